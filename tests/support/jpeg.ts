/** The frame of a JPEG, its start, one other segment, its size and its end, with nothing in between. */
export function tinyJpeg(width: number, height: number, comment = 'x'): Uint8Array {
  const word = (value: number) => [value >> 8, value & 255]
  const note = [...new TextEncoder().encode(comment)]
  return Uint8Array.from(
    [
      [0xff, 0xd8],
      [0xff, 0xfe, ...word(note.length + 2), ...note],
      [0xff, 0xc0, ...word(11), 8, ...word(height), ...word(width), 1, 1, 0x11, 0],
      [0xff, 0xd9],
    ].flat(),
  )
}
