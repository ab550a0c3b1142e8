import type { FileOut } from '../../shared/api/files.ts'

/** Hands a file of the core to the person, as any download of a browser. */
export function saveFile({ name, mediaType, base64 }: FileOut): void {
  saveParts({ name, mediaType }, [bytesOf(base64)])
}

/** The same, of a file that came piece by piece. */
export function saveParts(
  { name, mediaType }: Pick<FileOut, 'name' | 'mediaType'>,
  parts: Uint8Array<ArrayBuffer>[],
): void {
  const url = URL.createObjectURL(new Blob(parts, { type: mediaType }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The download has begun with the click, but reads the blob a little later.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
}
