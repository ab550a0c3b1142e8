import type { Api } from '../../shared/api/contract.ts'
import { newId } from './kitchen.ts'

/** Sends a file to the desk, as the screen does. @returns the import's id */
export async function sendFile(
  api: Api,
  name: string,
  content: Uint8Array | string,
  importId: number | null = null,
  more = false,
): Promise<number> {
  const base64 = Buffer.from(typeof content === 'string' ? Buffer.from(content, 'utf8') : content).toString('base64')
  const size = 4_000_000
  const pieces = Math.max(1, Math.ceil(base64.length / size))
  const upload = newId()
  let answer: { importId: number | null } = { importId: null }
  for (let piece = 0; piece < pieces; piece += 1)
    answer = await api.imports.send({
      requestId: newId(),
      upload,
      name,
      piece,
      pieces,
      content: base64.slice(piece * size, (piece + 1) * size),
      importId,
      more,
    })
  if (answer.importId === null) throw new Error('the file did not arrive whole')
  return answer.importId
}

/** Imports everything that is ready. @returns how many records went in */
export async function runImport(api: Api, importId: number): Promise<number> {
  let sum = 0
  for (;;) {
    const { done, left } = await api.imports.step({ requestId: newId(), importId })
    sum += done
    if (left === 0) return sum
  }
}

/** Takes a whole import back. */
export async function undoImport(api: Api, importId: number): Promise<void> {
  for (;;) if ((await api.imports.undo({ requestId: newId(), importId })).left === 0) return
}

/** Every row of an import, as `row verdict why`. */
export async function verdicts(api: Api, importId: number): Promise<string[]> {
  const { rows } = await api.imports.rows({ importId, limit: 200 })
  return rows.map((row) => `${row.line + 1} ${row.verdict}${row.why ? `: ${row.why}` : ''}`)
}

/** The record as traces tell it, by names and not by ids: two kitchens that are the same have the same answer. */
export async function wholeTrace(api: Api): Promise<unknown> {
  const { rows } = await api.batches.list({ limit: 200 })
  const batches: unknown[] = []
  for (const { id, lotNumber, made, onHand, state } of rows.toSorted((a, b) =>
    a.lotNumber.localeCompare(b.lotNumber),
  )) {
    const told: unknown[] = [lotNumber, made, onHand, state]
    for (const direction of ['backward', 'forward'] as const) {
      const list = await api.trace.list({ node: { kind: 'batch', id }, direction, limit: 5000 })
      told.push(list.rows.map(({ node: _, ...row }) => row))
    }
    batches.push(told)
  }
  const suppliers: unknown[] = []
  for (const { id, name } of await api.directory.suppliers({})) {
    const list = await api.trace.list({ node: { kind: 'supplier', id }, direction: 'forward', limit: 5000 })
    suppliers.push([name, list.rows.map(({ node: _, detail: __, ...row }) => JSON.stringify(row)).toSorted()])
  }
  const stock = (await api.pantry.ingredients({})).map(({ name, onHand, lots }) => [name, onHand.base, lots])
  return { batches, suppliers, stock }
}
