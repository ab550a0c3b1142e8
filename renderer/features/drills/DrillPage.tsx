import { Button } from '@mantine/core'
import { Link } from 'wouter'
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
import { countOf } from '../../ui/words.ts'
import { RecallFiles } from '../recalls/RecallFiles.tsx'
import { RecallLots } from '../recalls/RecallLots.tsx'
import { Clock } from './Clock.tsx'
import { ContactsForm } from './ContactsForm.tsx'
import { CountForm } from './CountForm.tsx'
import styles from './Drills.module.css'
import { percent } from './percent.ts'
import { SignForm } from './SignForm.tsx'

type Recall = AnswerOf<'recalls', 'get'>

/** One drill: the steps in their order while the clock runs, then what was found and what it teaches. */
export function DrillPage({ drillId }: { readonly drillId: number }) {
  const answer = useAnswer('recalls', 'get', { recallId: drillId }, { keepLast: true })
  return (
    <Answered page answer={answer}>
      {(recall) => (
        <Page
          title="Drill"
          under={
            <>
              {recall.title} · seed {recall.seed}{' '}
              {recall.drill?.signed ? (
                <Mark tone="good">signed by {recall.drill.signed.name}</Mark>
              ) : (
                <Mark tone="warn">going on</Mark>
              )}
            </>
          }
          actions={
            <LinkButton to="/drills" variant="default">
              All drills
            </LinkButton>
          }
        >
          {recall.drill ? <Steps recall={recall} drill={recall.drill} /> : null}
        </Page>
      )}
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
      <Card title={stepTitle(drill, 'scope', '1. Find the scope')}>
        {done.has('scope') ? <RecallLots recall={recall} /> : <FindScope drillId={recall.id} title={recall.title} />}
      </Card>
      {done.has('scope') ? (
        <>
          <Card title={stepTitle(drill, 'units', '2. Count what is on the shelf')}>
            <CountForm drillId={recall.id} counts={drill.counts} isDone={done.has('units')} />
          </Card>
          {done.has('units') ? (
            <Card title={stepTitle(drill, 'contacts', '3. Check the contacts, and call nobody')}>
              <ContactsForm drillId={recall.id} contacts={drill.contacts} isDone={done.has('contacts')} />
            </Card>
          ) : null}
        </>
      ) : null}
      {all ? (
        <>
          <Card title="What stood in the way, the cheapest to mend first">
            <Gaps drill={drill} />
          </Card>
          <Card title={drill.signed ? 'Signed off' : '4. Sign it off'}>
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
  return step ? `${title}: done after ${step.minutes} min` : title
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
      <p>The notice of this drill: {title}. Find every batch it is in, and where each unit went.</p>
      <Button h="var(--tb-target-main)" size="lg" loading={busy} onClick={() => void find()}>
        Find the scope
      </Button>
    </>
  )
}

function Figures({ drill: { parts, score, steps, ingredients, tolerances } }: { readonly drill: DrillOut }) {
  const last = steps.findLast(({ step }) => step !== 'signed')
  return (
    <Card title={`Score: ${percent(score)}`}>
      <Facts
        facts={[
          ['Time', `${last?.minutes ?? 0} min`],
          ['Finished lots known for sure', percent(parts.scope)],
          ['Units accounted for', percent(parts.units)],
          ['Contacts right', percent(parts.contacts)],
          ...ingredients.map(({ label, balancePercent }) => [`Balance of ${label}`, percent(balancePercent)] as const),
        ]}
      />
      <p className={styles['dim']}>Asked when the scope was found: {tolerancesInWords(tolerances)}.</p>
      <p className={styles['dim']}>{scoreFormula(tolerances)}</p>
      <p className={styles['dim']}>{ACCOUNTED_FORMULA}</p>
    </Card>
  )
}

function Gaps({ drill: { gaps } }: { readonly drill: DrillOut }) {
  const missing = useAnswer('corrections', 'missing', {})
  const total = missing.data?.total ?? 0
  return (
    <>
      {gaps.length === 0 ? <p>Nothing: every unit was found, and every place can be reached.</p> : null}
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
          In the whole record <Link href="/missing">{countOf(total, 'fact')} that a recall asks for</Link>{' '}
          {total === 1 ? 'is' : 'are'} missing.
        </p>
      ) : null}
    </>
  )
}
