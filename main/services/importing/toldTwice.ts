import { exhaustive } from '../../../shared/domain/exhaustive.ts'
import { lotKey } from '../../../shared/domain/lotNumber.ts'
import { nameKey } from '../../../shared/domain/names.ts'
import { type Draft, type Group, valueOf } from './draft.ts'
import type { Plan, RowIn } from './plan.ts'
import { say } from '../../../shared/words/say.ts'

/**
 * Says of a record that another table of this import tells the same: the same bag on two lists is one bag, and only a
 * person knows. Two such rows of one table are two, as people write them. Who adds it all the same is not asked again.
 * @param nameOf what a sheet is called
 */
export function sayWhatIsToldTwice(draft: Draft, group: Group, nameOf: (sheetId: number) => string): void {
  const [first] = group.rows
  const record = draft.records.at(-1)
  if (!first || !record || draft.verdicts.get(first)?.recordId !== record.id) return
  const key = toldKey(record.plan, group.rows)
  if (key === undefined) return
  const other = draft.told.get(key)
  if (!other) draft.told.set(key, first)
  else if (other.sheetId !== first.sheetId && first.decision !== 'add') {
    const sentence = say(
      'Row {row} of {sheet} says the same: with both it counts twice. Leave one of them out if it is one.',
      { row: other.line + 1, sheet: nameOf(other.sheetId) },
    )
    for (const row of group.rows) {
      const said = draft.verdicts.get(row)
      if (said)
        draft.verdicts.set(row, { ...said, verdict: 'check', why: [said.why, sentence].filter(Boolean).join(' ') })
    }
  }
}

/** What a record tells, however its table writes it; undefined for what nobody tells twice by mistake. */
function toldKey(plan: Plan, rows: readonly RowIn[]): string | undefined {
  switch (plan.kind) {
    case 'purchases':
      return plan.receivedOn === ''
        ? undefined
        : [plan.kind, nameKey(plan.ingredient), plan.quantity, nameKey(plan.supplier), plan.receivedOn, lotKey(plan.supplierLot)].join('|') // prettier-ignore
    case 'batches':
      return [plan.kind, nameKey(plan.product), plan.madeOn, plan.made].join('|')
    case 'sales': {
      const what = rows.map((row) => nameKey(valueOf(row, 'number') || valueOf(row, 'product') || valueOf(row, 'sku')))
      const units = plan.lines.reduce((sum, line) => sum + line.units, 0)
      return [plan.kind, nameKey(plan.place), plan.sentOn, plan.purpose, units, ...what.toSorted()].join('|')
    }
    case 'returns':
      return [plan.kind, nameKey(plan.place), plan.day, ...plan.lines.map((line) => `${lotKey(line.number)}:${line.units}`)].join('|') // prettier-ignore
    case 'suppliers':
    case 'places':
    case 'ingredients':
    case 'products':
    case 'changes':
      return undefined
    default:
      return exhaustive(plan)
  }
}
