import { describe, expect, test } from 'vitest'
import { writeCodes } from '../../shared/domain/codeList.ts'
import { writeDayList } from '../../shared/domain/noticeDays.ts'
import { readNoticeText } from '../../shared/domain/noticeText.ts'
import { judgeLot, type LotFacts } from '../../shared/domain/recallScope.ts'
import enforcementReport from '../fixtures/fdaRecalls20120613.json' with { type: 'json' }
import openFda from '../fixtures/openfdaCodeInfo.json' with { type: 'json' }

/** Real recall texts of FDA: what they say of codes, and the whole record as a person would paste it. */
const texts = [
  ...openFda.records.map((record) => [record.recall_number, record.code_info ?? ''] as const),
  ...enforcementReport.records.map((record, at) => [`2012-06-13 #${at + 1}`, record['code-info'] ?? ''] as const),
]
const pasted = enforcementReport.records.map((record) => Object.values(record).join('\n'))

/** Article numbers in those texts, which no bag carries as its lot. */
const articles = new Set('1382 846675001344 846675001382 53656 70879 840.003'.split(' '))

/** When FDA's texts without a year were written. */
const TODAY = '2012-06-13'

describe('FDA’s recall texts', () => {
  test.each(texts)('%s is read, or ends in “check by hand”', (_number, text) => {
    const { codes, bestBy, received, checks } = readNoticeText(text, TODAY)
    const isRead = codes.codes.length + codes.ranges.length + bestBy.length > 0 || received !== null
    expect(isRead || checks.length > 0).toBe(true)
  })

  test.each(texts)('no lot whose code stands in %s is cleared', (_number, text) => {
    const cleared: string[] = []
    for (const word of text.split(/[\s,;:()#]+/).map((each) => each.replace(/^\W+|[\W]+$/g, ''))) {
      if (!/\d.*\d.*\d/.test(word) || articles.has(word)) continue
      if (verdictOf(text, { supplierLot: word }) === 'not affected') cleared.push(word)
    }
    expect(cleared).toEqual([])
  })

  test.each(pasted.map((text) => [text.slice(0, 60), text] as const))('pasted whole: “%s…”', (_start, text) => {
    const alone = readNoticeText(text.split('\nClass ')[0] ?? '', TODAY)
    const whole = readNoticeText(text, TODAY)
    // What stands around the codes takes nothing away.
    expect(whole.codes.codes).toEqual(expect.arrayContaining([...alone.codes.codes]))
    expect(whole.codes.ranges).toEqual(expect.arrayContaining([...alone.codes.ranges]))
    expect(whole.bestBy).toEqual(expect.arrayContaining([...alone.bestBy]))
  })

  test.each([
    ['F-1542-2012', '138338P, 138339-P, 138340-P', ''],
    ['F-1186-2017', 'H245067', ''],
    ['F-0359-2014', '', '2014-08-05 to 2014-12-08'],
    ['F-1611-2012', '', '2012-05-12 to 2012-05-29, 2012-05-12 to 2012-05-22'],
    ['2012-06-13 #1', '00112 to 10412', '2012-01-19 to 2012-05-02'],
    ['2012-06-13 #2', '030813', ''],
    ['2012-06-13 #3', '0201111', '2011-05-06'],
    ['2012-06-13 #6', '', '2012-07-11 to 2012-10-25'],
    ['2012-06-13 #8', '439605-01, 439605-02', ''],
    ['2012-06-13 #9', '5604', ''],
    ['2012-06-13 #11', '', '2012-05-25, 2012-05-26'],
    ['2012-06-13 #14', '', '2012-05-31, 2012-06-07, 2012-06-14, 2012-06-21, 2012-06-28'],
    ['2012-06-13 #16', 'TE1Y261', '2013-12-01 to 2013-12-31'],
  ])('%s names lots %s and days %s, and nothing is left to check', (number, lots, days) => {
    const reading = readNoticeText(texts.find(([name]) => name === number)?.[1] ?? '', TODAY)
    expect([writeCodes(reading.codes), writeDayList(reading.bestBy), reading.checks]).toEqual([lots, days, []])
  })

  test.each(['F-1590-2014', 'F-0920-2013', '2012-06-13 #10'])('%s means everything, and says so', (number) => {
    const text = texts.find(([name]) => name === number)?.[1] ?? ''
    expect(readNoticeText(text, TODAY)).toMatchObject({
      everything: true,
      checks: [expect.stringContaining('whatever the lot')],
    })
    expect(verdictOf(text, { supplierLot: 'ANY-1' })).toBe('affected')
  })

  test.each([
    ['F-1492-2014', 'a list that goes on'],
    ['F-1782-2012', 'days of production'],
    ['H-1331-2026', 'nothing at all'],
    ['2012-06-13 #12', 'days of manufacture'],
  ])('%s (%s) clears nothing and is to be checked by hand', (number) => {
    const text = texts.find(([name]) => name === number)?.[1] ?? ''
    expect(readNoticeText(text, TODAY).checks).not.toEqual([])
    expect(verdictOf(text, { supplierLot: 'ANY-1' })).toBe('cannot tell')
  })

  test('a range means every code in it, a list of days every day of it, and only those', () => {
    const [, sandwiches = ''] = texts.find(([name]) => name === '2012-06-13 #1') ?? []
    expect(
      ['00112', '04512', '10412', '10413', '00111', '4512', 'A0451'].map((code) =>
        verdictOf(sandwiches, { supplierLot: code }),
      ),
    ).toEqual(['affected', 'affected', 'affected', 'not affected', 'not affected', 'affected', 'cannot tell'])
    const [, spreads = ''] = texts.find(([name]) => name === '2012-06-13 #14') ?? []
    expect(['2012-06-07', '2012-06-08', null].map((bestBy) => verdictOf(spreads, { bestBy }))).toEqual([
      'affected',
      'not affected',
      'cannot tell',
    ])
  })
})

describe('a supplier’s own words', () => {
  test.each([
    ['Valley Farm recalls strawberries sold 2/28–3/5', '2026-02-28', '2026-03-05'],
    ['strawberries sold between Feb. 28 and March 5, 2026, both days', '2026-02-28', '2026-03-05'],
    ['Please return berries purchased from 28 Feb 2026 through 5 Mar 2026.', '2026-02-28', '2026-03-05'],
    ['delivered on December 30, 2025 to January 2, 2026', '2025-12-30', '2026-01-02'],
  ])('“%s”', (text, from, to) => {
    expect(readNoticeText(text, '2026-03-10')).toMatchObject({ received: { from, to }, checks: [] })
  })

  test('says why, in its own words', () => {
    const text = 'Valley Farm recalls strawberries sold 2/28 to 3/5 because of possible Hepatitis A. Call us.'
    expect(readNoticeText(text, '2026-03-10').reason).toBe('Possible Hepatitis A')
  })

  test('the letter’s own date, telephone and case numbers are no lots', () => {
    const text = `March 10, 2026. Dear customer, call (802) 555-0118. We sold 1,200 lb (350 cases). LOT CODES: PKT-99281 and PKT-99282.`
    const { codes, bestBy, received } = readNoticeText(text, '2026-03-11')
    expect([writeCodes(codes), bestBy, received]).toEqual(['PKT-99281, PKT-99282', [], null])
  })

  test.each([
    ['PKT-99281', 'affected'],
    ['pkt 99281', 'affected'],
    ['PKT-9928l', 'cannot tell'],
    ['PKT-99218', 'cannot tell'],
    ['99281', 'cannot tell'],
    ['PKT-88000', 'not affected'],
  ])('a bag marked %s is %s', (supplierLot, verdict) => {
    expect(verdictOf('Lot PKT-99281 only', { supplierLot })).toBe(verdict)
  })
})

function verdictOf(text: string, facts: Partial<LotFacts>) {
  const { codes, bestBy, received } = readNoticeText(text, TODAY)
  const isNamed = codes.codes.length + codes.ranges.length + codes.doubtful.length > 0 || codes.open
  const lot: LotFacts = {
    itemId: 1,
    supplierId: 1,
    supplier: 'Valley Farm',
    supplierLot: null,
    receivedOn: null,
    bestBy: null,
    isOwn: false,
    ...facts,
  }
  return judgeLot(lot, {
    itemId: 1,
    supplierId: null,
    codes: isNamed ? codes : null,
    receivedFrom: received?.from ?? null,
    receivedTo: received?.to ?? null,
    bestBy,
  }).verdict
}
