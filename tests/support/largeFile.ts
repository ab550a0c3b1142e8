import type { Api } from '../../shared/api/contract.ts'
import type { Begun, FileOut, Piece } from '../../shared/api/files.ts'

/**
 * Fetches a file that was begun to its end, as a window does.
 * @param told hears of every piece
 */
export async function wholeFile(
  { files }: Pick<Api, 'files'>,
  begun: Promise<Begun>,
  told: (piece: Piece) => unknown = () => undefined,
): Promise<FileOut> {
  const { fileId, ...file } = await begun
  const bytes: Buffer[] = []
  for (;;) {
    const piece = await files.next({ fileId, piece: bytes.length })
    await told(piece)
    if (piece.step === 'copying') continue
    bytes.push(Buffer.from(piece.content, 'base64'))
    if (piece.left === 0) return { ...file, base64: Buffer.concat(bytes).toString('base64') }
  }
}
