import { lotKey } from '../../../shared/domain/lotNumber.ts'
import { nameKey } from '../../../shared/domain/names.ts'
import { countUnits, mergeRanges, readRanges } from '../../../shared/domain/serialRange.ts'
import { packItemName } from '../../../shared/domain/packs.ts'
import { ONE_PIECE } from '../../../shared/domain/units.ts'
import { readCents, readCount } from '../../../shared/import/numbers.ts'
import { addRecord, dayOf, type Draft, firstOf, type Group, numbered, Remarks, settleGroup, textOf, valueOf } from './draft.ts' // prettier-ignore
import { meantName, takeOne } from './known.ts'
import type { PlannedReturn, RowIn } from './plan.ts'
import { thereAlready } from './planDirectory.ts'

type BackLine = PlannedReturn['lines'][number]

/** What came back from one place on one day, or the count of one market day. */
export function planReturn(draft: Draft, group: Group): void {
  const remarks = new Remarks()
  const [first] = group.rows
  if (!first) return
  const typed = textOf(first, 'place', 80, remarks)
  const place = meantName(draft.known, 'place', typed)
  if (place === '') remarks.stop(first, 'From where it came back is missing.')
  else if (!draft.known.places.has(nameKey(place)) && !draft.fresh.places.has(nameKey(place)))
    remarks.stop(first, `Nothing was ever sent to ${place}. Import what was sent first, or correct the place.`)
  const day = dayOf(first, 'date', draft.today, remarks)
  if (valueOf(first, 'date') === '') remarks.stop(first, 'The day it came back is missing.')
  if (day > draft.today) remarks.stop(first, `${day} is still to come. Correct the day.`)
  const isMarketDay = /^(?:yes|y|x|true|1)$/i.test(valueOf(first, 'marketDay'))
  const sentOn = dayOf(first, 'sentOn', draft.today, remarks)
  const lines = group.rows.flatMap((row) => backLine(draft, row, remarks) ?? [])
  if (remarks.isStopped) return settleGroup(draft, group, remarks, null)
  const keys = lines.map((line) => [nameKey(place), day, lotKey(line.number), line.units].join('|'))
  if (first.decision !== 'add' && keys.length > 0 && keys.every((key) => (draft.known.returns.get(key) ?? 0) > 0)) {
    for (const key of keys) takeOne(draft.known.returns, key)
    return thereAlready(draft, group, 'The record has this already.')
  }
  for (const { number, item, units, serials, fate } of lines) {
    const lot = (draft.stock.byNumber.get(lotKey(number)) ?? []).find((each) => each.item === item)
    if (!lot || fate !== 'on hand') continue
    lot.left += units * ONE_PIECE
    lot.free = mergeRanges([...lot.free, ...(readRanges(serials) ?? [])])
  }
  const cash = valueOf(first, 'cash')
  const natural = numbered(draft, ['returns', nameKey(place), day].join('|'))
  const id = addRecord(draft, {
    kind: 'returns',
    contentKey: group.contentKey,
    naturalKey: natural,
    plan: {
      kind: 'returns',
      place,
      day,
      reason: firstOf(group.rows, 'reason').text.slice(0, 200) || (isMarketDay ? '' : 'not said in the spreadsheet'),
      cashCents: cash === '' ? null : (readCents(cash, first.settings.decimal) ?? null),
      shipment: isMarketDay ? { sentOn: sentOn || day, reference: valueOf(first, 'reference') } : null,
      lines,
    },
  })
  settleGroup(draft, group, remarks, id)
}

function backLine(draft: Draft, row: RowIn, remarks: Remarks): BackLine | undefined {
  const number = valueOf(row, 'number')
  const units = readCount(valueOf(row, 'units'), row.settings.decimal)
  if (number === '' && units === undefined) return undefined
  if (units === 0) return undefined
  if (units === undefined) remarks.stop(row, `“${valueOf(row, 'units')}” is no whole number of units.`)
  const lots = draft.stock.byNumber.get(lotKey(number)) ?? []
  const pack = valueOf(row, 'pack')
  const lot = lots.find((each) => pack === '' || each.item === nameKey(packItemName(draft.known.items.get(each.item)?.packOf ?? '', pack)) || each.item.endsWith(nameKey(pack))) ?? lots[0] // prettier-ignore
  if (!lot) remarks.stop(row, `No batch ${number} is known here. Import its batch first, or correct the number.`)
  const serials = valueOf(row, 'serials')
  const ranges = serials === '' ? [] : readRanges(serials)
  if (!ranges || (serials !== '' && countUnits(ranges) !== units)) remarks.stop(row, `“${serials}” are not ${units} unit numbers. Type for example 001-024.`) // prettier-ignore
  if (!lot || units === undefined) return undefined
  return { number, item: lot.item, units, serials, fate: /destroy|waste|thrown/i.test(valueOf(row, 'fate')) ? 'destroyed' : 'on hand' } // prettier-ignore
}
