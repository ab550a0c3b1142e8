import { type AnswerOf, api } from '../api/door.ts'

type Last = NonNullable<AnswerOf<'history', 'last'>>
export type Undo = NonNullable<Last['undo']>
export type Redo = NonNullable<Last['redo']>

/** Takes a thing back with its own inverse operation. */
export async function runUndo({ op, id }: Undo, requestId: string): Promise<void> {
  const reason = 'undone'
  switch (op) {
    case 'batches.void':
      await api.batches.void({ requestId, batchId: id, reason })
      return
    case 'shipping.void':
      await api.shipping.void({ requestId, shipmentId: id, reason })
      return
    case 'pantry.voidReceipt':
      await api.pantry.voidReceipt({ requestId, receiptId: id, reason })
      return
    case 'pantry.hold':
      await api.pantry.hold({ requestId, lotId: id, reason })
      return
    case 'pantry.release':
      await api.pantry.release({ requestId, lotId: id, reason })
      return
    case 'bins.undoEmpty':
      await api.bins.undoEmpty({ requestId, binId: id, reason })
      return
    case 'shipping.voidReturned':
      await api.shipping.voidReturned({ requestId, returnedId: id, reason })
      return
    case 'live.stop':
      await api.live.stop({ requestId, liveId: id, reason })
      return
    case 'journal.takeBack':
      await api.journal.takeBack({ requestId, entryId: id, reason })
      return
    case 'complaints.withdraw':
      await api.complaints.withdraw({ requestId, complaintId: id, reason })
      return
    case 'complaints.reopen':
      await api.complaints.reopen({ requestId, complaintId: id, reason })
      return
    case 'history.takeBack':
      await api.history.takeBack({ requestId, seq: id, reason })
  }
}

/** Does again what was undone: the same operation with the same input, as one new command. */
export async function runRedo({ op, input }: Redo, requestId: string): Promise<void> {
  const given = JSON.parse(input) as object
  const [domain, name] = op.split('.') as ['shipping', 'send']
  await (api[domain][name] as (all: unknown) => Promise<unknown>)({ ...given, requestId })
}
