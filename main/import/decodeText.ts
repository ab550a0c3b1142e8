/**
 * The text of a file whatever it was saved in: a byte order mark decides; without one UTF-16 is known by its zeros,
 * UTF-8 by being valid, and what is left is Windows-1252, which every byte is something in.
 */
export function decodeText(bytes: Uint8Array): { readonly text: string; readonly encoding: string } {
  const [a = 0, b = 0, c = 0] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return decoded(bytes.subarray(3), 'utf-8')
  if (a === 0xff && b === 0xfe) return decoded(bytes.subarray(2), 'utf-16le')
  if (a === 0xfe && b === 0xff) return decoded(bytes.subarray(2), 'utf-16be')
  const zeros = zerosAt(bytes)
  if (zeros.odd > zeros.seen * 0.35) return decoded(bytes, 'utf-16le')
  if (zeros.even > zeros.seen * 0.35) return decoded(bytes, 'utf-16be')
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    // A file cut off in the middle of a letter is UTF-8 all the same.
    const whole = withoutCutLetter(bytes)
    if (whole) return { text: whole, encoding: 'utf-8' }
    return decoded(bytes, 'windows-1252')
  }
}

function decoded(bytes: Uint8Array, encoding: string) {
  return { text: new TextDecoder(encoding).decode(bytes), encoding }
}

function zerosAt(bytes: Uint8Array): { odd: number; even: number; seen: number } {
  let [odd, even] = [0, 0]
  const length = Math.min(bytes.length, 2000) & ~1
  for (let at = 0; at < length; at += 1) {
    if (bytes[at] !== 0) continue
    if (at % 2 === 1) odd += 1
    else even += 1
  }
  return { odd, even, seen: Math.max(1, length / 2) }
}

function withoutCutLetter(bytes: Uint8Array): string | undefined {
  for (let cut = 1; cut <= 3; cut += 1) {
    if ((bytes[bytes.length - cut] ?? 0) < 0x80) return undefined
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, -cut))
    } catch {
      continue
    }
  }
  return undefined
}
