import { lotKey } from '../../../shared/domain/lotNumber.ts'
import { nameKey } from '../../../shared/domain/names.ts'
import { countUnits, readRanges } from '../../../shared/domain/serialRange.ts'
import { packItemName } from '../../../shared/domain/packs.ts'
import { ONE_PIECE } from '../../../shared/domain/units.ts'
import { readCents, readCount } from '../../../shared/import/numbers.ts'
import { addRecord, dayOf, type Draft, firstOf, type Group, keptOf, numbered, refuseOther, Remarks, settleGroup, textOf, valueOf } from './draft.ts' // prettier-ignore
import { meantName, takeOne } from './known.ts'
import { rememberOut, takeFromOut } from './out.ts'
import type { PlannedReturn, RowIn } from './plan.ts'
import { thereAlready } from './planDirectory.ts'
import { backToStock, type PlanLot } from './stock.ts'
import { say } from '../../../shared/words/say.ts'

type BackLine = Omit<PlannedReturn['lines'][number], 'item'> & { readonly row: RowIn; readonly lot: PlanLot }

/** What came back from one place on one day, or the count of one market day. */
export function planReturn(draft: Draft, group: Group): void {
  const remarks = new Remarks()
  const [first] = group.rows
  if (!first) return
  const typed = textOf(first, 'place', 80, remarks)
  const place = meantName(draft.known, 'place', typed)
  if (place === '') remarks.stop(first, say('From where it came back is missing.'))
  else if (!draft.known.places.has(nameKey(place)) && !draft.fresh.places.has(nameKey(place)))
    remarks.stop(
      first,
      say('Nothing was ever sent to {place}. Import what was sent first, or correct the place.', { place }),
    )
  const day = dayOf(first, 'date', draft.today, remarks)
  if (valueOf(first, 'date') === '') remarks.stop(first, say('The day it came back is missing.'))
  if (day > draft.today) remarks.stop(first, say('{day} is still to come. Correct the day.', { day }))
  const isMarketDay = /^(?:yes|y|x|true|1)$/i.test(valueOf(first, 'marketDay'))
  const sentOn = dayOf(first, 'sentOn', draft.today, remarks)
  const lines = group.rows.flatMap((row) => backLine(draft, row, remarks) ?? [])
  const money = firstOf(group.rows, 'cash')
  const cashCents = money.text === '' ? null : readCents(money.text, first.settings.decimal)
  if (cashCents === undefined) remarks.stop(money.row ?? first, say('Cash taken: “{text}” is no amount of money. Type for example 124.50.', { text: money.text })) // prettier-ignore
  refuseOther(group.rows, 'cash', valueOf, remarks)
  if (lines.length === 0 && !isMarketDay && !remarks.isStopped)
    remarks.stop(first, say('Nothing came back by this row. Type how many, or leave it out.'))
  if (remarks.isStopped) return settleGroup(draft, group, remarks, null)
  const keys = lines.map((line) => [nameKey(place), day, lotKey(line.number), line.units].join('|'))
  if (first.decision !== 'add' && keys.length > 0 && keys.every((key) => (draft.known.returns.get(key) ?? 0) > 0)) {
    for (const key of keys) takeOne(draft.known.returns, key)
    return thereAlready(draft, group, say('The record has this already.'))
  }
  const about = ['returns', nameKey(place), day].join('|')
  const natural = numbered(draft, about)
  if (first.decision !== 'add' && draft.earlier.changedAlike.get(about)?.shift()) {
    remarks.stop(first, say('It was imported before and says something else now. Take that return back on the page of its shipment, or leave this row out.')) // prettier-ignore
    return settleGroup(draft, group, remarks, null)
  }
  const shipment = isMarketDay
    ? {
        sentOn: sentOn || day,
        reference: valueOf(first, 'reference'),
        record: draft.shipments.get(valueOf(first, 'ofShipment')) ?? null,
      }
    : null
  const asItWas = rememberOut(draft.out, lines.map(({ lot }) => lot)) // prettier-ignore
  const back = lines.flatMap(({ row, lot, number, units, serials }) => {
    const ranges = takeFromOut(draft.out, lot, { number, place, units, serials, of: shipment })
    if (typeof ranges !== 'string') return { lot, ranges }
    remarks.stop(row, ranges)
    return []
  })
  if (remarks.isStopped) {
    asItWas()
    return settleGroup(draft, group, remarks, null)
  }
  for (const [at, { fate, units }] of lines.entries())
    if (fate === 'on hand') backToStock(back[at]?.lot, { base: units * ONE_PIECE, ranges: back[at]?.ranges ?? [] })
  const id = addRecord(draft, {
    kind: 'returns',
    contentKey: group.contentKey,
    naturalKey: natural,
    plan: {
      kind: 'returns',
      place,
      day,
      reason:
        keptOf(firstOf(group.rows, 'reason').text, 200, 'The reason', first, remarks) ||
        (isMarketDay ? '' : 'not said in the spreadsheet'),
      cashCents: cashCents ?? null,
      shipment,
      lines: lines.map(({ row: _, lot, ...line }) => ({ ...line, item: lot.item })),
    },
  })
  settleGroup(draft, group, remarks, id)
}

function backLine(draft: Draft, row: RowIn, remarks: Remarks): BackLine | undefined {
  const number = valueOf(row, 'number')
  const units = readCount(valueOf(row, 'units'), row.settings.decimal)
  const isSilent = [number, valueOf(row, 'units'), valueOf(row, 'serials')].every((text) => text === '')
  if (isSilent || units === 0) return undefined
  if (number === '') remarks.stop(row, say('The batch number is missing.'))
  if (units === undefined)
    remarks.stop(row, say('“{units}” is no whole number of units.', { units: valueOf(row, 'units') }))
  const lots = draft.stock.byNumber.get(lotKey(number)) ?? []
  const pack = valueOf(row, 'pack')
  const lot =
    lots.find((each) => isPack(draft, each.item, pack)) ?? (pack === '' && lots.length === 1 ? lots[0] : undefined)
  if (!lot && lots.length > 0)
    remarks.stop(row, pack === '' ? say('Batch {number} has several packs. Say which one came back.', { number }) : say('{pack} is no pack of batch {number}. Correct it, or leave it empty for the main pack.', { pack, number })) // prettier-ignore
  else if (!lot && number !== '')
    remarks.stop(
      row,
      say('No batch {number} is known here. Import its batch first, or correct the number.', { number }),
    )
  const serials = valueOf(row, 'serials')
  const ranges = serials === '' ? [] : readRanges(serials)
  if (units !== undefined && (!ranges || (serials !== '' && countUnits(ranges) !== units))) remarks.stop(row, say('“{serials}” are not {units} unit numbers. Type for example 001-024.', { serials, units })) // prettier-ignore
  if (!lot || units === undefined) return undefined
  const basis = serials === '' || valueOf(row, 'basis').toLowerCase() === 'range' ? 'range' : 'typed'
  return { row, lot, number, units, serials, basis, fate: fateOf(row, remarks) } // prettier-ignore
}

function fateOf(row: RowIn, remarks: Remarks): BackLine['fate'] {
  const word = valueOf(row, 'fate')
  if (/destroy|waste|thrown|discard|spoil|broken|\bbin|trash|compost/i.test(word)) return 'destroyed'
  if (
    word !== '' &&
    !/^(?:on hand|(?:back )?(?:in|to) stock|restocked|shelf|kept|good|ok|sold again|resold)$/i.test(word)
  )
    remarks.check(row, say('“{word}” is taken for: on hand again.', { word }))
  return 'on hand'
}

/** Whether an item is the pack of that name; the main one where none is named. */
export function isPack(draft: Draft, itemKey: string, pack: string): boolean {
  const packOf = draft.known.items.get(itemKey)?.packOf ?? null
  if (pack === '') return packOf === null
  return packOf !== null && itemKey === nameKey(packItemName(draft.known.items.get(packOf)?.name ?? '', pack))
}
