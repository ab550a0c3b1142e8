import type { AnswerOf } from '../../api/door.ts'
import { Mark } from '../../ui/Mark.tsx'
import { say } from '../../../shared/words/say.ts'

type Complaint = Pick<AnswerOf<'complaints', 'list'>['rows'][number], 'severity' | 'symptom'>

/** What kind of complaint it is, and how bad; nothing where nobody has said so. */
export function SeverityMark({ complaint: { severity, symptom } }: { readonly complaint: Complaint }) {
  if (severity === null) return symptom
  const words = { minor: say('a matter of taste'), serious: say('serious'), ill: say('somebody is ill') }[severity]
  const tone = ({ minor: 'plain', serious: 'warn', ill: 'bad' } as const)[severity]
  return <Mark tone={tone}>{symptom === '' ? words : `${symptom}, ${words}`}</Mark>
}
