import { api } from '../../api/door.ts'
import { newRequestId } from '../../api/useCommand.ts'
import { say } from '../../../shared/words/say.ts'

/** Characters of base64 in one piece; a host takes 16 MiB at a time. */
const PIECE = 4_000_000

/**
 * Sends a file to the core piece by piece.
 * @param more whether another file follows, with which its rows are looked at
 * @returns the import that it is on the desk as
 */
export async function sendFile(file: File, importId: number | null, more = false): Promise<number> {
  const content = toBase64(new Uint8Array(await file.arrayBuffer()))
  const pieces = Math.max(1, Math.ceil(content.length / PIECE))
  const upload = newRequestId()
  let answer: number | null = null
  for (let piece = 0; piece < pieces; piece += 1)
    answer = (
      await api.imports.send({
        requestId: newRequestId(),
        upload,
        name: file.name.slice(0, 200) || 'file',
        piece,
        pieces,
        content: content.slice(piece * PIECE, (piece + 1) * PIECE),
        importId,
        more,
      })
    ).importId
  if (answer === null) throw new Error(say('The file did not arrive whole. Choose it again.'))
  return answer
}

/** Sends a table that was pasted. */
export async function sendText(text: string, importId: number | null): Promise<number> {
  return await sendFile(new File([text], `${say('Pasted table')}.tsv`), importId)
}

function toBase64(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 0x6000) parts.push(btoa(String.fromCharCode(...bytes.subarray(at, at + 0x6000)))) // prettier-ignore
  return parts.join('')
}
