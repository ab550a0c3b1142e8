import type { FileOut } from '../../shared/api/files.ts'

/** Hands a file of the core to the person, as any download of a browser. */
export function saveFile({ name, mediaType, base64 }: FileOut): void {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  const url = URL.createObjectURL(new Blob([bytes], { type: mediaType }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The download has begun with the click, but reads the blob a little later.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
