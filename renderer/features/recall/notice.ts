import { optionalText } from '../../../shared/api/fields.ts'
import { RecallInput } from '../../../shared/api/recall.ts'
import { z } from '../../../shared/api/zod.ts'
import type { AnswerOf } from '../../api/door.ts'

/** The supplier's notice as the form asks for it, and why the report is made. */
export const Notice = RecallInput.extend({
  itemId: z.int({ error: 'Choose the ingredient that the notice names.' }).positive(),
  reason: optionalText('The reason', 500),
}).superRefine(({ receivedFrom, receivedTo }, context) => {
  if (receivedFrom && receivedTo && receivedTo < receivedFrom)
    context.addIssue({
      code: 'custom',
      path: ['receivedTo'],
      message: 'The window ends before it begins. Correct one of the two days.',
    })
})
export type Notice = z.output<typeof Notice>
export type NoticeDraft = z.input<typeof Notice>

/** What the core is asked: the notice without the reason. */
export type Criteria = Omit<Notice, 'reason'>

export type Scope = AnswerOf<'recall', 'scope'>
export type ScopeBatch = Scope['affected'][number]

export interface NamedItem {
  readonly id: number
  readonly name: string
}
