/** Whether a batch has the allergen in itself: by its own facts, for sure, perhaps, or not. */
export type Content = 'yes' | 'perhaps' | 'no'

export interface ContactBatch {
  readonly id: number
  readonly day: string
  /** The order in which things were written down, which decides within a day. */
  readonly seq: number
  readonly content: Content
  /** Empty where nobody recorded any. */
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
  /** The earlier batch. */
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
 * Cross-contact over shared equipment: a batch made with something that an earlier batch with the allergen was made
 * with, and no cleaning of it recorded between. Within one day the order of writing counts. One step: what a batch got
 * by contact it does not hand on. Where the equipment of either was not recorded, it may have been any.
 * @returns for each batch that was touched, the surest and latest contact
 */
export function contacts(batches: readonly ContactBatch[], cleanings: readonly Cleaning[]): Map<number, Contact> {
  const found = new Map<number, Contact>()
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
    const contact = contactOf(batch.equipmentIds)
    if (contact) found.set(batch.id, contact)
    if (batch.content === 'no') continue
    const touch = { from: batch.id, content: batch.content, at }
    if (batch.equipmentIds.length === 0) somewhere = touch
    for (const id of batch.equipmentIds) (batch.content === 'yes' ? sure : maybe).set(id, touch)
  }
  return found

  function contactOf(equipmentIds: readonly number[]): Contact | undefined {
    for (const id of equipmentIds) {
      const touch = sure.get(id)
      if (touch) return { certainty: 'yes', from: touch.from, equipmentId: id }
    }
    for (const id of equipmentIds) {
      const touch = maybe.get(id)
      if (touch) return { certainty: 'perhaps', from: touch.from, equipmentId: id }
    }
    if (equipmentIds.length === 0) {
      const [earlier] = [...sure.values(), ...maybe.values(), ...(somewhere ? [somewhere] : [])]
      return earlier ? { certainty: 'perhaps', from: earlier.from, equipmentId: null } : undefined
    }
    const open = somewhere
    if (open && equipmentIds.some((id) => (cleanedAt.get(id) ?? -1) < open.at))
      return { certainty: 'perhaps', from: open.from, equipmentId: null }
    return undefined
  }
}
