import type { RecallScope } from '../../shared/api/recall.ts'
import { header, recallRows } from './recallCsv.ts'
import { type Cell, type Sheet } from './sheet.ts'

const numbers = new Set<string>(['units'])
const days = new Set<string>(['made_on', 'sent_on'])

/** The scope of a recall as a workbook: the same rows as its CSV, and the notice. */
export function recallSheets(scope: RecallScope): Sheet[] {
  const columns = header.map((key) => ({
    key,
    head: key.charAt(0).toUpperCase() + key.slice(1).replaceAll('_', ' '),
    kind: numbers.has(key) ? ('number' as const) : days.has(key) ? ('day' as const) : ('text' as const),
  }))
  const facts: [string, Cell][] = [
    ['Notice', scope.notice],
    ['Worked out at (UTC)', scope.at],
    ['Batches compared from', scope.period.from],
    ['Batches compared to', scope.period.to],
    ['Last entry of the history', scope.auditHash],
  ]
  return [
    { name: 'Recall', columns, rows: recallRows(scope).map((row) => header.map((key) => row[key])) },
    {
      name: 'About',
      columns: [
        { key: 'fact', head: 'Fact', kind: 'text' },
        { key: 'value', head: 'Value', kind: 'text' },
      ],
      rows: facts,
    },
  ]
}
