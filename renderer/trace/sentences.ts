import type { Direction, TraceNode } from '../../shared/api/trace.ts'
import { sayWord } from '../../shared/words/say.ts'

/** How a direction is called. */
export function titleOf(direction: Direction): string {
  return sayWord(directionTitles[direction])
}

const directionTitles: Readonly<Record<Direction, string>> = {
  backward: 'Backward: what is in it',
  forward: 'Forward: where it went',
  siblings: 'Siblings: also made with the same bags',
}

/** Why a trace ends where it begins. */
export function nothingThere(kind: TraceNode['kind'], direction: Direction): string {
  return sayWord(nothing[direction][kind])
}

const nothing: Readonly<Record<Direction, Readonly<Record<TraceNode['kind'], string>>>> = {
  backward: {
    batch: 'No ingredient was recorded for this batch.',
    lot: 'Nobody recorded who sold this lot. Write it down on the lot’s page, so that a recall can tell.',
    supplier: 'A supplier is where the record begins: nothing comes before.',
    shipment: 'Nothing is recorded as sent with this delivery.',
    place: 'Nothing was sent there in these days.',
    person: 'A person is where the record begins: nothing comes before.',
    equipment: 'Equipment is where the record begins: nothing comes before.',
    item: 'Choose one of its lots or batches to see what is behind it.',
  },
  forward: {
    batch: 'No unit of this batch has a place in the record.',
    lot: 'Nothing was made from this lot, and none of it is left.',
    supplier: 'Nothing was received from this supplier in these days.',
    shipment: 'The record ends here: these units were sent to this place.',
    place: 'The record ends here: what was sent to this place was sold or given away there.',
    person: 'No batch of these days names this person.',
    equipment: 'No batch of these days names this equipment.',
    item: 'Nothing of it was received or made in these days.',
  },
  siblings: {
    batch: 'No ingredient lot is recorded for this batch, so nothing can share one with it.',
    lot: 'No batch took any of this lot.',
    supplier: 'Choose one of its lots.',
    shipment: 'Choose one of the batches that were sent.',
    place: 'Choose one of the batches that were sent.',
    person: 'Choose one of the batches they made.',
    equipment: 'Choose one of the batches made with it.',
    item: 'Choose one of its batches.',
  },
}
