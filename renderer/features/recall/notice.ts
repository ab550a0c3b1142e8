import { optionalText } from '../../../shared/api/fields.ts'
import { RecallInput } from '../../../shared/api/recall.ts'
import type { z } from '../../../shared/api/zod.ts'
import type { AnswerOf } from '../../api/door.ts'
import { say } from '../../../shared/words/say.ts'

/** The supplier's notice as the form asks for it, and why the report is made. */
export const Notice = RecallInput.extend({
  reason: optionalText('The reason', 500),
}).superRefine(({ receivedFrom, receivedTo, madeFrom, madeTo }, context) => {
  const message = say('The window ends before it begins. Correct one of the two days.')
  if (receivedFrom && receivedTo && receivedTo < receivedFrom)
    context.addIssue({ code: 'custom', path: ['receivedTo'], message })
  if (madeFrom && madeTo && madeTo < madeFrom) context.addIssue({ code: 'custom', path: ['madeTo'], message })
})
export type Notice = z.output<typeof Notice>
export type NoticeDraft = z.input<typeof Notice>

/** What the core is asked: the notice without the reason. */
export type Criteria = Omit<Notice, 'reason'>

/** Whether anything is asked yet: the reason alone asks nothing. */
export function asksSomething({ reason: _reason, ...criteria }: Partial<NoticeDraft>): boolean {
  return Object.values(criteria).some((value) => value !== null && value !== undefined && value !== '')
}

export type Scope = AnswerOf<'recall', 'scope'>
export type ScopeBatch = Scope['affected'][number]

export interface NamedItem {
  readonly id: number
  readonly name: string
}
