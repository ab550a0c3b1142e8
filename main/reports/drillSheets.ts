import type { DrillOut } from '../../shared/api/drills.ts'
import type { RecallOut } from '../../shared/api/recalls.ts'
import { stepWords } from './drillHtml.ts'
import { recallStatusSheets } from './recallStatusSheets.ts'
import { type Sheet, sheetOf } from './sheet.ts'

/** One line of a drill, whatever it is about: CSV holds one table only. */
interface Line {
  readonly about: 'step' | 'score' | 'count' | 'contact' | 'balance' | 'gap'
  readonly what: string
  readonly at?: string
  readonly minutes?: number
  readonly percent?: number | null
  readonly expected?: number
  readonly counted?: number | null
  readonly note?: string
}

/** A drill as tables: steps, score, counts, contacts, balances and gaps in one, and the lots that it found. */
export function drillSheets(recall: RecallOut, drill: DrillOut): Sheet[] {
  const lots = recallStatusSheets(recall).filter(({ name }) => name === 'Lots')
  return [
    sheetOf<Line>(
      'Drill',
      [
        { key: 'about', head: 'About', kind: 'text', cell: ({ about }) => about },
        { key: 'what', head: 'What', kind: 'text', cell: ({ what }) => what },
        { key: 'at', head: 'At', kind: 'text', cell: ({ at }) => at ?? null },
        { key: 'minutes', head: 'Minutes', kind: 'number', cell: ({ minutes }) => minutes ?? null },
        { key: 'percent', head: 'Percent', kind: 'number', cell: ({ percent }) => percent ?? null },
        { key: 'expected', head: 'By the record', kind: 'number', cell: ({ expected }) => expected ?? null },
        { key: 'counted', head: 'Counted', kind: 'number', cell: ({ counted }) => counted ?? null },
        { key: 'note', head: 'Note', kind: 'text', cell: ({ note }) => note ?? null },
      ],
      linesOf(recall, drill),
    ),
    ...lots,
  ]
}

function linesOf(recall: RecallOut, { steps, parts, score, counts, contacts, ingredients, gaps, signed }: DrillOut) {
  const drawn = { about: 'step', what: 'Lot drawn, clock started', at: recall.openedAt, minutes: 0 } as const
  const lines: Line[] = [
    { ...drawn, note: `${recall.title}; seed ${recall.seed ?? ''}` },
    ...steps.map(({ step, at, minutes }): Line => {
      const by = step === 'signed' && signed ? [signed.name, signed.note].filter(Boolean).join(': ') : ''
      return { about: 'step', what: stepWords[step], at, minutes, note: by }
    }),
    { about: 'score', what: 'Score', percent: score },
    { about: 'score', what: 'Time', percent: parts.time },
    { about: 'score', what: 'Finished lots known to be affected', percent: parts.scope },
    { about: 'score', what: 'Units accounted for', percent: parts.units },
    { about: 'score', what: 'Places whose contact is right', percent: parts.contacts },
    ...counts.map(({ label, expected, counted }): Line => ({ about: 'count', what: label, expected, counted })),
    ...contacts.map(({ place, contact, isRight }): Line => {
      const found = isRight === null ? 'not checked' : isRight ? 'right' : 'not right'
      return { about: 'contact', what: place, note: `${contact || 'none recorded'}: ${found}` }
    }),
    ...ingredients.map(({ label, balancePercent }): Line => {
      return { about: 'balance', what: label, percent: balancePercent }
    }),
    ...gaps.map(({ what, fix }): Line => ({ about: 'gap', what, note: fix })),
  ]
  return lines
}
