/**
 * How two names are compared: case, accents, spaces and trailing full stops aside, so that `Valley farm` and
 * `valley  Farm.` are one supplier.
 */
export function nameKey(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').replace(/\.$/, '').trim()
}

/**
 * Characters that cannot be seen and change what is: controls (but line break and tab), bidi marks, zero-width ones
 * (but the joiner inside an emoji), line separators, lone surrogates.
 */
export const invisible =
  /(?![\n\t])\p{Cc}|(?!\u200d)\p{Cf}|(?<!\p{Extended_Pictographic}\ufe0f?)\u200d|[\p{Zl}\p{Zp}\p{Cs}]/u
