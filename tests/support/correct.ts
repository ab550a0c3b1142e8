import type { Api } from '../../shared/api/contract.ts'
import { newId } from './kitchen.ts'

type Correction = Parameters<Api['corrections']['save']>[0]
type Rows = NonNullable<Correction['uses']>
type Outcome = NonNullable<Correction['outcomes']>[number]

/** The ingredient rows of a batch as its correction form begins. */
export async function rowsOf(api: Api, batchId: number): Promise<Rows> {
  const { uses } = await api.corrections.open({ batchId })
  return uses.map(({ useId, itemId, lotId, quantity }) => ({ useId, itemId, lotId, quantity }))
}

/** Corrects a batch; the figures given are those of its first lot, the others stay. */
export async function correct(
  api: Api,
  batchId: number,
  { figures, ...facts }: Partial<Correction> & { figures?: Partial<Outcome> },
) {
  const [first] = (await api.corrections.open({ batchId })).outcomes
  if (!first) throw new Error('the batch made nothing that can be corrected')
  const { lotId, made, discarded, discardReason, setAside } = first
  return await api.corrections.save({
    requestId: newId(),
    batchId,
    reason: 'test',
    ...facts,
    ...(figures ? { outcomes: [{ lotId, made, discarded, discardReason, setAside, ...figures }] } : {}),
  })
}
