import type { AnswerOf } from '../../api/door.ts'
import { Mark } from '../../ui/Mark.tsx'
import { batchStateWord } from './batchStateWord.ts'

type State = AnswerOf<'batches', 'list'>['rows'][number]['state']

const tones = { finished: 'good', failed: 'warn', void: 'plain' } as const

/** Whether a batch stands, failed, or was voided. */
export function BatchState({ state }: { readonly state: State }) {
  return <Mark tone={tones[state]}>{batchStateWord(state)}</Mark>
}
