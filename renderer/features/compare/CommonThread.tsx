import type { AnswerOf } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { Card } from '../../ui/Page.tsx'
import { Dim } from '../../ui/Table.tsx'
import { countOf } from '../../ui/words.ts'
import styles from './Compare.module.css'

type Found = AnswerOf<'quality', 'thread'>
type Thread = Found['threads'][number]

/** Of what may be chance, so many are shown. */
const NEAREST = 3

/** What the chosen batches have and the good ones of the product have less often, with how sure that is. */
export function CommonThread({ badIds }: { readonly badIds: readonly number[] }) {
  const answer = useAnswer('quality', 'thread', { badIds: [...badIds] }, { keepLast: true })
  return (
    <Card title="If these are the bad ones: what do they have in common?">
      <Answered answer={answer}>{(found) => <Threads found={found} />}</Answered>
    </Card>
  )
}

function Threads({ found: { bad, good, threads } }: { readonly found: Found }) {
  if (good.length === 0)
    return <p className={styles['line']}>There is no good batch of the product to hold them against.</p>
  const against = `${countOf(bad.length, 'batch')} held against the last ${countOf(good.length, 'good batch')} nobody complained about.`
  if (threads.length === 0)
    return <p className={styles['line']}>Nothing that was recorded is more frequent in them. <Dim>{against}</Dim></p> // prettier-ignore
  return (
    <>
      {threads.some(({ strength }) => strength === 'strong') ? null : (
        <p className={styles['line']}>
          <strong>Nothing stands out for sure.</strong> These come nearest; with so few batches each may be chance.
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
          {against} Chances are those of Fisher’s exact test, for as many things as were looked at. A chance is no
          proof: look at the jars.
        </Dim>
      </p>
    </>
  )
}

function OneThread({ thread: { what, always, sentence, strength } }: { readonly thread: Thread }) {
  const mark = {
    strong: ['bad', 'stands out'],
    weak: ['warn', 'worth a look'],
    none: ['plain', 'may be chance'],
  } as const
  const [tone, word] = mark[strength]
  return (
    <>
      <strong>{what}</strong> <Mark tone={tone}>{word}</Mark>
      <br />
      {sentence}
      {always.length > 0 ? <Dim> It cannot be told apart from: {always.join('; ')}.</Dim> : null}
    </>
  )
}
