/** Whether a batch has the allergen in itself: by its own facts, for sure, perhaps, or not. */
export type Content = 'yes' | 'perhaps' | 'no'

export interface ContactBatch {
  readonly id: number
  readonly day: string
  /** The order in which things were written down, which decides within a day. */
  readonly seq: number
  readonly content: Content
  /** What touches food, so no thermometer and no scale; empty where nobody recorded any. */
  readonly equipmentIds: readonly number[]
}

export interface Cleaning {
  readonly equipmentId: number
  readonly day: string
  readonly seq: number
}

/** How an allergen may have come into a batch from an earlier one. */
export interface Contact {
  readonly certainty: 'yes' | 'perhaps'
  /** The latest earlier batch with the allergen. */
  readonly from: number
  /** What both were made with; null where nobody recorded that of one of the two. */
  readonly equipmentId: number | null
}

interface Touch {
  readonly from: number
  readonly content: 'yes' | 'perhaps'
  readonly at: number
}

/**
 * Allergen cross-contact over shared equipment (as in 21 CFR 117.3): a batch made with something that an earlier batch
 * with the allergen was made with, and no cleaning of it recorded between. The allergen stays until a cleaning, also past
 * batches without it. Within one day the order of writing counts: a cleaning that cannot be shown to have come between
 * does not. One step: what a batch got by contact it does not hand on. Where the equipment of either was not recorded, it
 * may have been any.
 * @param batches every batch that stands, failed ones too; those with other equipment than was asked about may be left out
 * @returns for each batch that was touched, one contact for each piece of equipment, the surest and latest first
 */
export function contacts(batches: readonly ContactBatch[], cleanings: readonly Cleaning[]): Map<number, Contact[]> {
  const found = new Map<number, Contact[]>()
  /** What touched each piece of equipment since it was last cleaned: for sure, and perhaps. */
  const sure = new Map<number, Touch>()
  const maybe = new Map<number, Touch>()
  const cleanedAt = new Map<number, number>()
  /** The last batch with the allergen whose equipment nobody recorded. */
  let somewhere: Touch | undefined
  const events = [
    ...batches.map((batch) => ({ batch, cleaning: null, day: batch.day, seq: batch.seq })),
    ...cleanings.map((cleaning) => ({ batch: null, cleaning, day: cleaning.day, seq: cleaning.seq })),
  ].toSorted((a, b) => (a.day === b.day ? a.seq - b.seq : a.day < b.day ? -1 : 1))
  for (const [at, { batch, cleaning }] of events.entries()) {
    if (cleaning) {
      sure.delete(cleaning.equipmentId)
      maybe.delete(cleaning.equipmentId)
      cleanedAt.set(cleaning.equipmentId, at)
      continue
    }
    const touched = contactsOf(batch.equipmentIds)
    if (touched.length > 0) found.set(batch.id, touched)
    if (batch.content === 'no') continue
    const touch = { from: batch.id, content: batch.content, at }
    if (batch.equipmentIds.length === 0) somewhere = touch
    for (const id of batch.equipmentIds) (batch.content === 'yes' ? sure : maybe).set(id, touch)
  }
  return found

  function contactsOf(equipmentIds: readonly number[]): Contact[] {
    const touches = (by: ReadonlyMap<number, Touch>, certainty: Contact['certainty'], ids: readonly number[]) =>
      ids
        .flatMap((equipmentId) => {
          const touch = by.get(equipmentId)
          return touch ? [{ certainty, from: touch.from, equipmentId, at: touch.at }] : []
        })
        .toSorted((a, b) => b.at - a.at)
        .map(({ at: _, ...contact }) => contact)
    const known = [
      ...touches(sure, 'yes', equipmentIds),
      ...touches(
        maybe,
        'perhaps',
        equipmentIds.filter((id) => !sure.has(id)),
      ),
    ]
    const unknown = unrecorded(equipmentIds)
    return unknown === undefined ? known : [...known, { certainty: 'perhaps', from: unknown, equipmentId: null }]
  }

  /** The latest batch that may have touched it, though nobody recorded what one of the two was made with. */
  function unrecorded(equipmentIds: readonly number[]): number | undefined {
    const open = somewhere
    if (equipmentIds.length > 0)
      return open && equipmentIds.some((id) => (cleanedAt.get(id) ?? -1) < open.at) ? open.from : undefined
    const all = [...sure.values(), ...maybe.values(), ...(open ? [open] : [])]
    return all.toSorted((a, b) => b.at - a.at)[0]?.from
  }
}
