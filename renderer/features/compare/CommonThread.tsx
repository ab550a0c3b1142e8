import { countOf } from '../../../shared/words/counted.ts'
import type { AnswerOf } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { Card } from '../../ui/Page.tsx'
import { Dim } from '../../ui/Table.tsx'
import styles from './Compare.module.css'
import { say } from '../../../shared/words/say.ts'

type Found = AnswerOf<'quality', 'thread'>
type Thread = Found['threads'][number]

/** Of what may be chance, so many are shown. */
const NEAREST = 3

/** What the chosen batches have and the good ones of the product have less often, with how sure that is. */
export function CommonThread({ badIds }: { readonly badIds: readonly number[] }) {
  const answer = useAnswer('quality', 'thread', { badIds: [...badIds] }, { keepLast: true })
  return (
    <Card title={say('If these are the bad ones: what do they have in common?')}>
      <Answered answer={answer}>{(found) => <Threads found={found} />}</Answered>
    </Card>
  )
}

function Threads({ found: { bad, good, threads } }: { readonly found: Found }) {
  if (good.length === 0)
    return <p className={styles['line']}>{say('There is no good batch of the product to hold them against.')}</p>
  const against = say(
    '{bad} held against the last {good, plural, one {# good batch} other {# good batches}} nobody complained about.',
    { bad: countOf(bad.length, 'batch'), good: good.length },
  )
  if (threads.length === 0)
    return (
      <p className={styles['line']}>
        {say('Nothing that was recorded is more frequent in them.')} <Dim>{against}</Dim>
      </p>
    )
  return (
    <>
      {threads.some(({ strength }) => strength === 'strong') ? null : (
        <p className={styles['line']}>
          <strong>{say('Nothing stands out for sure.')}</strong>{' '}
          {say('These come nearest; with so few batches each may be chance.')}
        </p>
      )}
      <ol className={styles['threads']}>
        {threads
          .filter(({ strength }, at) => strength !== 'none' || at < NEAREST)
          .map((thread) => (
            <li key={thread.what}>
              <OneThread thread={thread} />
            </li>
          ))}
      </ol>
      <p className={styles['line']}>
        <Dim>
          {against}{' '}
          {say(
            'Chances are those of Fisher’s exact test, for as many things as were looked at. A chance is no proof: look at the jars.',
          )}
        </Dim>
      </p>
    </>
  )
}

function OneThread({ thread: { what, always, sentence, strength } }: { readonly thread: Thread }) {
  const mark = {
    strong: ['bad', say('stands out')],
    weak: ['warn', say('worth a look')],
    none: ['plain', say('may be chance')],
  } as const
  const [tone, word] = mark[strength]
  return (
    <>
      <strong>{what}</strong> <Mark tone={tone}>{word}</Mark>
      <br />
      {sentence}
      {always.length > 0 ? (
        <Dim> {say('It cannot be told apart from: {always}.', { always: always.join('; ') })}</Dim>
      ) : null}
    </>
  )
}
