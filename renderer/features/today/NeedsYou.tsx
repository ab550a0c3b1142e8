import { Link } from 'wouter'
import { countOf } from '../../../shared/words/counted.ts'
import type { LotRow } from '../../../shared/api/pantry.ts'
import { addDays, dayAt } from '../../../shared/domain/day.ts'
import type { AnswerOf } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { useAnswers } from '../../api/useAnswers.ts'
import { Mark, type Tone } from '../../ui/Mark.tsx'
import { Card } from '../../ui/Page.tsx'
import { Dim } from '../../ui/Table.tsx'
import { dayOr } from '../../ui/words.ts'
import styles from './Today.module.css'
import { say, sayWord } from '../../../shared/words/say.ts'

interface Need {
  readonly to: string
  readonly text: string
  readonly tone: Tone
  readonly mark: string
}

/** What waits for a person: labels in doubt, printers in trouble, lots on hold or past their date, facts missing, the backup. */
export function NeedsYou() {
  const needs = useNeeds()
  return (
    <Card title={say('Needs you')}>
      {needs === undefined ? null : needs.length === 0 ? (
        <Dim>{say('Nothing. Everything is in order.')}</Dim>
      ) : (
        <ul className={styles['list']}>
          {needs.map((need) => (
            <li key={`${need.to} ${need.text} ${need.mark}`}>
              <Link href={need.to} className={styles['item']}>
                <span>{need.text}</span>
                <Mark tone={need.tone}>{need.mark}</Mark>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

/** Things listed; the rest are counted. */
const LISTED = 6
const OLD_BACKUP_DAYS = 7
const OLD_TEST_DAYS = 30
const SOON_DAYS = 7
const SECONDS_A_FACT = 20

function useNeeds(): Need[] | undefined {
  const state = useAnswer('system', 'state', {})
  const lots = useAnswer('pantry', 'attention', {})
  const jobs = useAnswer('labels', 'jobs', {})
  const backups = useAnswer('backups', 'list', {})
  const missing = useAnswer('corrections', 'missing', {})
  const equipment = useAnswer('crew', 'equipment', {})
  const complaints = useAnswer('complaints', 'open', {})
  const printers = (useAnswer('labels', 'printers', {}).data ?? []).filter(saysHowItIs)
  const states = useAnswers(
    'labels',
    'printerStatus',
    printers.map(({ id }) => ({ printerId: id })),
  )
  if (!state.data || !lots.data || !jobs.data || !backups.data || !missing.data || !equipment.data || !complaints.data)
    return undefined
  const soon = addDays(state.data.today, SOON_DAYS)
  const pressing = lots.data.rows.filter((lot) => lot.held || (lot.bestBy !== null && lot.bestBy <= soon))
  const needs = [
    ...jobs.data.filter((job) => job.state === 'to check' || job.state === 'waiting').map(jobNeed),
    ...states.flatMap((said) => (said?.ready === false ? [printerNeed(said.sentence)] : [])),
    ...complaintNeeds(complaints.data),
    ...backupNeeds(backups.data, state.data.today, state.data.zone),
    ...missingNeeds(missing.data.total),
    ...dueNeeds(equipment.data, state.data.today),
    ...pressing.map(lotNeed),
  ]
  const rest = needs.length - LISTED
  if (rest <= 0) return needs
  const more: Need = {
    to: '/pantry',
    text: say('and {things}', { things: countOf(rest, 'more thing') }),
    tone: 'plain',
    mark: say('see the pantry'),
  }
  return [...needs.slice(0, LISTED), more]
}

/** Customers who wait for an answer. */
function complaintNeeds({ count, ill, oldest }: AnswerOf<'complaints', 'open'>): Need[] {
  if (count === 0) return []
  const mark = ill > 0 ? say('somebody is ill') : say('oldest {day}', { day: dayOr(oldest, '') })
  return [{ to: '/complaints', text: countOf(count, 'open complaint'), tone: ill > 0 ? 'bad' : 'warn', mark }]
}

function jobNeed({ lotNumber, state }: AnswerOf<'labels', 'jobs'>[number]): Need {
  const text = say('Labels of {lotNumber}', { lotNumber })
  return { to: '/printers', text, tone: state === 'to check' ? 'bad' : 'warn', mark: sayWord(state) }
}

/** Printers that are asked each time how they are: those that the kitchen says can tell. */
function saysHowItIs({ transport, confirmation }: AnswerOf<'labels', 'printers'>[number]): boolean {
  return confirmation !== 'none' && (transport === 'tcp' || transport === 'ipp')
}

/** A printer that says that it is out of paper, open or paused; one that is silent may only be turned off. */
function printerNeed(sentence: string): Need {
  return { to: '/printers', text: sentence.replace(/\.$/, ''), tone: 'bad', mark: say('look at it') }
}

/** Cleaning and calibration that a plan says is due. */
function dueNeeds(equipment: AnswerOf<'crew', 'equipment'>, today: string): Need[] {
  return equipment
    .filter(({ active }) => active)
    .flatMap(({ name, cleanDue, calibrationDue }) => [
      ...(cleanDue !== null && cleanDue <= today ? [{ text: name, mark: say('clean') }] : []),
      ...(calibrationDue !== null && calibrationDue <= today ? [{ text: name, mark: say('calibrate') }] : []),
    ])
    .map((need): Need => ({ ...need, to: '/equipment', tone: 'warn' }))
}

/** Facts that a recall asks for, filled in one pass: the cheapest way to a better answer. */
function missingNeeds(total: number): Need[] {
  if (total === 0) return []
  const values = { facts: countOf(total, 'fact'), seconds: SECONDS_A_FACT }
  const text =
    total === 1
      ? say('{facts} missing: about {seconds} seconds', values)
      : say('{facts} missing: about {seconds} seconds each', values)
  return [{ to: '/missing', text, tone: 'warn', mark: say('fill in') }]
}

function lotNeed(lot: LotRow): Need {
  const to = lot.batchId === null ? `/lot/${lot.id}` : `/batch/${lot.batchId}`
  const text = lot.lotNumber ?? itemText(lot)
  if (lot.held) return { to, text, tone: 'bad', mark: say('on hold') }
  if (lot.expired) return { to, text, tone: 'bad', mark: say('past {day}', { day: dayOr(lot.bestBy, '') }) }
  return { to, text, tone: 'warn', mark: say('best by {day}', { day: dayOr(lot.bestBy, '') }) }
}

function itemText({ item, supplier }: LotRow): string {
  return supplier ? say('{item} from {supplier}', { item, supplier }) : item
}

function backupNeeds(
  { backups, folders, lastTest, warnings }: AnswerOf<'backups', 'list'>,
  today: string,
  zone: string,
): Need[] {
  const to = '/data'
  const at = backups[0]?.at
  const day = at === undefined ? undefined : dayAt(at, zone)
  const needs: Need[] = folders
    .filter(({ problem }) => problem !== null)
    .map(({ folder }) => ({
      to,
      text: say('Backup folder {folder}', { folder }),
      tone: 'bad',
      mark: say('not there or full'),
    }))
  if (day === undefined || day < addDays(today, -OLD_BACKUP_DAYS))
    needs.push({ to, text: say('Backup'), tone: 'warn', mark: day === undefined ? say('none yet') : lastOn(day) })
  else if (lastTest === null || dayAt(lastTest.at, zone) < addDays(today, -OLD_TEST_DAYS))
    needs.push({
      to,
      text: say('Try a backup out'),
      tone: 'plain',
      mark: lastTest ? lastOn(dayAt(lastTest.at, zone)) : say('never yet'),
    })
  if (warnings.length > 0)
    needs.push({ to, text: say('Where the record lies'), tone: 'warn', mark: say('can be damaged there') })
  return needs
}

function lastOn(day: string): string {
  return say('last {day}', { day: dayOr(day, '') })
}
