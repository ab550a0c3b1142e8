import type { Direction, TraceNode } from '../../shared/api/trace.ts'

export const directionTitles: Readonly<Record<Direction, string>> = {
  backward: 'Backward: what is in it',
  forward: 'Forward: where it went',
}

/** Why a trace ends where it begins. */
export function nothingThere(kind: TraceNode['kind'], direction: Direction): string {
  return nothing[direction][kind]
}

const nothing: Readonly<Record<Direction, Readonly<Record<TraceNode['kind'], string>>>> = {
  backward: {
    batch: 'No ingredient was recorded for this batch.',
    lot: 'Nobody recorded who sold this lot. Write it down on the lot’s page, so that a recall can tell.',
    supplier: 'A supplier is where the record begins: nothing comes before.',
    shipment: 'Nothing is recorded as sent with this delivery.',
  },
  forward: {
    batch: 'No unit of this batch has a place in the record.',
    lot: 'Nothing was made from this lot, and none of it is left.',
    supplier: 'Nothing was received from this supplier yet.',
    shipment: 'The record ends here: these units were sent to this place.',
  },
}
