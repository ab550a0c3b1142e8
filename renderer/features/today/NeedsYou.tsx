import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { addDays } from '../../../shared/domain/day.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { Mark, type Tone } from '../../ui/Mark.tsx'
import { Card } from '../../ui/Page.tsx'
import { Dim } from '../../ui/Table.tsx'
import { countOf, dayOr } from '../../ui/words.ts'
import styles from './Today.module.css'

interface Need {
  readonly to: string
  readonly text: ReactNode
  readonly tone: Tone
  readonly mark: string
}

/** What waits for a person: labels in doubt, lots on hold or past their date, facts missing, the backup. */
export function NeedsYou() {
  const needs = useNeeds()
  return (
    <Card title="Needs you">
      {needs === undefined ? null : needs.length === 0 ? (
        <Dim>Nothing. Everything is in order.</Dim>
      ) : (
        <ul className={styles['list']}>
          {needs.map((need) => (
            <li key={`${need.to} ${need.mark}`}>
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

/** Days before its date that a lot is named, and that a backup may be old. */
const SOON_DAYS = 7

function useNeeds(): Need[] | undefined {
  const state = useAnswer('system', 'state', {})
  const lots = useAnswer('pantry', 'lots', { includeEmpty: false, limit: 200 })
  const unknown = useAnswer('pantry', 'lots', { includeEmpty: true, limit: 200 })
  const jobs = useAnswer('labels', 'jobs', {})
  const backups = useAnswer('backups', 'list', {})
  if (!state.data || !lots.data || !unknown.data || !jobs.data || !backups.data) return undefined
  const { today } = state.data
  const needs: Need[] = []

  for (const job of jobs.data.filter(({ state: at }) => at === 'to check' || at === 'waiting'))
    needs.push({
      to: '/printers',
      text: `Labels of ${job.lotNumber}`,
      tone: job.state === 'to check' ? 'bad' : 'warn',
      mark: job.state,
    })
  for (const lot of lots.data.rows) {
    const to = `/lot/${lot.id}`
    if (lot.held) needs.push({ to, text: lot.item, tone: 'bad', mark: 'on hold' })
    else if (lot.expired) needs.push({ to, text: lot.item, tone: 'bad', mark: `past ${dayOr(lot.bestBy, '')}` })
    else if (lot.bestBy !== null && lot.bestBy <= addDays(today, SOON_DAYS))
      needs.push({ to, text: lot.item, tone: 'warn', mark: `best by ${dayOr(lot.bestBy, '')}` })
  }
  for (const lot of unknown.data.rows.filter(({ missing }) => missing.length > 0))
    needs.push({
      to: `/lot/${lot.id}`,
      text: `${lot.item} ${lot.supplier ? `from ${lot.supplier}` : ''}`,
      tone: 'warn',
      mark: `no ${lot.missing.join(', no ')}`,
    })

  const newest = backups.data.backups[0]
  if (!newest) needs.push({ to: '/data', text: 'Backup', tone: 'warn', mark: 'none yet' })
  else if (newest.at.slice(0, 10) < addDays(today, -SOON_DAYS))
    needs.push({ to: '/data', text: 'Backup', tone: 'warn', mark: `last ${dayOr(newest.at.slice(0, 10), '')}` })
  const rest = needs.length - 8
  return rest <= 0
    ? needs
    : [
        ...needs.slice(0, 8),
        { to: '/pantry', text: `and ${countOf(rest, 'more thing')}`, tone: 'plain', mark: 'pantry' },
      ]
}
