import { Button } from '@mantine/core'
import { Link, Redirect } from 'wouter'
import { countOf } from '../../../shared/words/counted.ts'
import type { DrillOut } from '../../../shared/api/drills.ts'
import { ACCOUNTED_FORMULA, scoreFormula, tolerancesInWords } from '../../../shared/domain/drillScore.ts'
import type { AnswerOf } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { useCommand } from '../../api/useCommand.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { Card, Page } from '../../ui/Page.tsx'
import { toastError } from '../../ui/toast.ts'
import { RecallFiles } from '../recalls/RecallFiles.tsx'
import { RecallLots } from '../recalls/RecallLots.tsx'
import { Clock } from './Clock.tsx'
import { ContactsForm } from './ContactsForm.tsx'
import { CountForm } from './CountForm.tsx'
import styles from './Drills.module.css'
import { percent } from './percent.ts'
import { SignForm } from './SignForm.tsx'
import { say, sayWord } from '../../../shared/words/say.ts'
import { said } from '../../ui/said.ts'

type Recall = AnswerOf<'recalls', 'get'>

/** One drill: the steps in their order while the clock runs, then what was found and what it teaches. */
export function DrillPage({ drillId }: { readonly drillId: number }) {
  const answer = useAnswer('recalls', 'get', { recallId: drillId }, { keepLast: true })
  return (
    <Answered page answer={answer}>
      {(recall) =>
        // A recall’s number in the address of a drill.
        recall.drill ? (
          <Page
            title={say('Drill')}
            under={
              <>
                {say('{title} · seed {seed}', { title: recall.title, seed: String(recall.seed ?? '') })}{' '}
                {recall.drill.signed ? (
                  <Mark tone="good">{say('signed by {name}', { name: recall.drill.signed.name })}</Mark>
                ) : (
                  <Mark tone="warn">{say('going on')}</Mark>
                )}
              </>
            }
            actions={
              <LinkButton to="/drills" variant="default">
                {say('All drills')}
              </LinkButton>
            }
          >
            <Steps recall={recall} drill={recall.drill} />
          </Page>
        ) : (
          <Redirect to={`/recalls/${recall.id}`} replace />
        )
      }
    </Answered>
  )
}

function Steps({ recall, drill }: { readonly recall: Recall; readonly drill: DrillOut }) {
  const done = new Set(drill.steps.map(({ step }) => step))
  const all = done.has('units') && done.has('contacts')
  return (
    <div className={styles['stack']}>
      {all ? (
        <Figures drill={drill} />
      ) : (
        <Clock startedAt={recall.openedAt} at={recall.at} hours={drill.tolerances.hours} />
      )}
      <Card title={stepTitle(drill, 'scope', say('1. Find the scope'))}>
        {done.has('scope') ? <RecallLots recall={recall} /> : <FindScope drillId={recall.id} title={recall.title} />}
      </Card>
      {done.has('scope') ? (
        <>
          <Card title={stepTitle(drill, 'units', say('2. Count what is on the shelf'))}>
            <CountForm drillId={recall.id} counts={drill.counts} isDone={done.has('units')} />
          </Card>
          {done.has('units') ? (
            <Card title={stepTitle(drill, 'contacts', say('3. Check the contacts, and call nobody'))}>
              <ContactsForm drillId={recall.id} contacts={drill.contacts} isDone={done.has('contacts')} />
            </Card>
          ) : null}
        </>
      ) : null}
      {all ? (
        <>
          <Card title={say('What stood in the way, the cheapest to mend first')}>
            <Gaps drill={drill} />
          </Card>
          <Card title={drill.signed ? say('Signed off') : say('4. Sign it off')}>
            <SignForm drillId={recall.id} signed={drill.signed} />
          </Card>
          <RecallFiles recallId={recall.id} kind="drill" />
        </>
      ) : null}
    </div>
  )
}

function stepTitle({ steps }: DrillOut, name: DrillOut['steps'][number]['step'], title: string): string {
  const step = steps.find((each) => each.step === name)
  return step ? say('{title}: done after {minutes} min', { title, minutes: step.minutes }) : title
}

function FindScope({ drillId, title }: { readonly drillId: number; readonly title: string }) {
  const { run, busy } = useCommand('drills', 'findScope')
  async function find(): Promise<void> {
    try {
      await run({ drillId })
    } catch (error) {
      toastError(error)
    }
  }
  return (
    <>
      <p>{say('The notice of this drill: {title}. Find every batch it is in, and where each unit went.', { title })}</p>
      <Button h="var(--tb-target-main)" size="lg" loading={busy} onClick={() => void find()}>
        {say('Find the scope')}
      </Button>
    </>
  )
}

function Figures({ drill: { parts, score, steps, ingredients, tolerances } }: { readonly drill: DrillOut }) {
  const last = steps.findLast(({ step }) => step !== 'signed')
  return (
    <Card title={say('Score: {score}', { score: percent(score) })}>
      <Facts
        facts={[
          [say('Time'), say('{minutes} min', { minutes: last?.minutes ?? 0 })],
          [say('Finished lots known for sure'), percent(parts.scope)],
          [say('Units accounted for'), percent(parts.units)],
          [say('Contacts right'), percent(parts.contacts)],
          ...ingredients.map(
            ({ label, balancePercent }) =>
              [say('Balance of {name}', { name: label }), percent(balancePercent)] as const,
          ),
        ]}
      />
      <p className={styles['dim']}>
        {say('Asked when the scope was found: {tolerances}.', { tolerances: tolerancesInWords(tolerances) })}
      </p>
      <p className={styles['dim']}>{scoreFormula(tolerances)}</p>
      <p className={styles['dim']}>{sayWord(ACCOUNTED_FORMULA)}</p>
    </Card>
  )
}

function Gaps({ drill: { gaps } }: { readonly drill: DrillOut }) {
  const missing = useAnswer('corrections', 'missing', {})
  const total = missing.data?.total ?? 0
  return (
    <>
      {gaps.length === 0 ? <p>{say('Nothing: every unit was found, and every place can be reached.')}</p> : null}
      <ol className={styles['gaps']}>
        {gaps.map(({ what, fix, screen }) => (
          <li key={what}>
            {what}
            <small>
              <Link href={screen}>{fix}</Link>
            </small>
          </li>
        ))}
      </ol>
      {total > 0 ? (
        <p>
          {said('In the whole record {link} {total, plural, one {is} other {are}} missing.', {
            link: (
              <Link href="/missing">{say('{facts} that a recall asks for', { facts: countOf(total, 'fact') })}</Link>
            ),
            total,
          })}
        </p>
      ) : null}
    </>
  )
}
