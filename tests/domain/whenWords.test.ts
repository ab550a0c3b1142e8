import { expect, test } from 'vitest'
import { findDays } from '../../shared/domain/noticeDays.ts'
import { whenIn } from '../../shared/domain/whenWords.ts'

/** A Wednesday. */
const today = '2026-03-11'

test.each([
  ['last Saturday', 'el sábado pasado', '2026-03-07', '2026-03-07'],
  ['on Tuesdays', 'los martes', '2026-03-10', '2026-03-10'],
  ['wed', 'Miércoles', '2026-03-11', '2026-03-11'],
  ['yesterday', 'la compré ayer', '2026-03-10', '2026-03-10'],
  ['two days ago', 'antier', '2026-03-09', '2026-03-09'],
  ['this morning', 'esta mañana', '2026-03-11', '2026-03-11'],
  ['3 days ago', 'hace 3 días', '2026-03-08', '2026-03-08'],
  ['two weeks ago', 'hace dos semanas', '2026-02-22', '2026-02-28'],
  ['a month ago', 'hace un mes', '2026-01-30', '2026-02-19'],
  ['last week', 'la semana pasada', '2026-03-01', '2026-03-11'],
  ['last weekend', 'el fin de semana pasado', '2026-03-07', '2026-03-08'],
  ['last month', 'el mes pasado', '2026-01-25', '2026-03-11'],
  ['in March', 'en marzo', '2026-03-01', '2026-03-31'],
  ['since early August', 'a principios de agosto', '2025-08-01', '2025-08-31'],
  ['on March 4', 'el 4 de marzo', '2026-03-04', '2026-03-04'],
  ['Jan 4, 2026', '4 ene 2026', '2026-01-04', '2026-01-04'],
])('“%s” and “%s” mean the same days', (english, spanish, from, to) => {
  expect([whenIn(english, today), whenIn(spanish, today)]).toEqual([
    { from, to },
    { from, to },
  ])
})

test.each(['jam of the market', 'something in the jar may be off', 'la mermelada de fresa', 'el mercado de Marta', ''])(
  '“%s” says nothing of when',
  (text) => expect(whenIn(text, today)).toBeNull(),
)

test('days and spans of days are found as Spanish writes them, and as the screens do', () => {
  const found = (text: string) => findDays(text, today).map(({ from, to }) => `${from} ${to}`)
  expect(found('vendido del 28 de febrero al 5 de marzo de 2026')).toEqual(['2026-02-28 2026-03-05'])
  expect(found('entre el 2 de marzo y el 5 de marzo')).toEqual(['2026-03-02 2026-03-05'])
  expect(found('el 2 de marzo y el 5 de marzo')).toEqual(['2026-03-02 2026-03-02', '2026-03-05 2026-03-05'])
  expect(found('28 feb 2026, 4 ago 2025 y 1 dic. 2025')).toEqual([
    '2026-02-28 2026-02-28',
    '2025-08-04 2025-08-04',
    '2025-12-01 2025-12-01',
  ])
  expect(found('two days ago 15 jars, and 2 may contain glass')).toEqual([])
})
