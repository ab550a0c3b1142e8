import { type Day, isDay } from './day.ts'
import { lotKey } from './lotNumber.ts'

/** One thing that a scrap of a code may mean, to be looked up among the numbers that were given out. */
export interface CodeReading {
  /** As `lotKey` writes it. */
  readonly key: string
  /** How it differs from what was typed; empty where it does not. */
  readonly note: '' | 'year added' | 'read again' | 'digits exchanged'
}

/**
 * What a scrap may mean, the likeliest first: as typed; with the year that was left out (`SJ0304A17`); with the date
 * before the product code (`20260304SJ`); with O for 0, I or L for 1, S for 5, B for 8, Z for 2; with two neighbouring
 * digits exchanged.
 */
export function codeReadings(scrap: string, today: Day): CodeReading[] {
  const key = lotKey(scrap)
  const plain = [key, ...reordered(key)]
  const found = new Map<string, CodeReading['note']>()
  const add = (keys: readonly string[], note: CodeReading['note']) => {
    for (const each of keys) if (each.length >= 2 && !found.has(each)) found.set(each, note)
  }
  add(plain, '')
  add(
    plain.flatMap((each) => withYear(each, today)),
    'year added',
  )
  const again = plain.flatMap((each) => [...asDated(each), ...rereadings(each)])
  add(again, 'read again')
  add(
    again.flatMap((each) => withYear(each, today)),
    'read again',
  )
  add([...plain, ...plain.flatMap((each) => withYear(each, today))].flatMap(exchanged), 'digits exchanged')
  return [...found].map(([each, note]) => ({ key: each, note })).slice(0, MOST)
}

/** Readings of one scrap; more would be guessing. */
const MOST = 120
/** Years that a left-out year may mean, counted back from today. */
const YEARS = 3

/** `20260304SJ`, as one writes a date first, is `SJ20260304`. */
function reordered(key: string): string[] {
  const found = /^(\d{8})([A-Z][A-Z0-9]{0,5}?)([A-Z]{0,2})(\d{0,6})$/.exec(key)
  const [, day = '', code = '', , serial = ''] = found ?? []
  if (!found || !isDay(`${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`)) return []
  const tail = key.slice(day.length)
  return [`${tail.slice(0, tail.length - serial.length)}${day}${serial}`, `${code}${day}${tail.slice(code.length)}`]
}

/** `SJ0304A17` and `SJ260304A17` with the century or the years that were left out. */
function withYear(key: string, today: Day): string[] {
  const short = /^([A-Z]{1,6})(\d\d)(\d\d)([A-Z].*)?$/.exec(key)
  if (short) {
    const [, code = '', month = '', day = '', rest = ''] = short
    const year = Number(today.slice(0, 4))
    return Array.from({ length: YEARS }, (_, back) => year - back)
      .filter((each) => isDay(`${each}-${month}-${day}`))
      .map((each) => `${code}${each}${month}${day}${rest}`)
  }
  const [, code = '', digits = '', rest = ''] = /^([A-Z]{1,6})(\d{6})([A-Z].*)?$/.exec(key) ?? []
  return isDay(`20${digits.slice(0, 2)}-${digits.slice(2, 4)}-${digits.slice(4)}`) ? [`${code}20${digits}${rest}`] : []
}

/** Read as code, day, letters and serial, each sign as what stands in its place: however many were misread. */
function asDated(key: string): string[] {
  const found: string[] = []
  for (let code = 1; code <= 6; code += 1) {
    const day = asDigits(key.slice(code, code + 8))
    if (!isDay(`${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`)) continue
    const rest = key.slice(code + 8)
    for (let letters = 0; letters <= Math.min(2, rest.length); letters += 1)
      found.push(
        asLetters(key.slice(0, code)) + day + asLetters(rest.slice(0, letters)) + asDigits(rest.slice(letters)),
      )
  }
  return found.filter((each) => each !== key)
}

function asDigits(text: string): string {
  return text.replace(/[OQDILSBZ]/g, (sign) => alike.find((group) => group.some((each) => each === sign))?.[0] ?? sign)
}

function asLetters(text: string): string {
  return text.replace(/[01582]/g, (sign) => alike.find(([digit]) => digit === sign)?.[1] ?? sign)
}

const alike = [
  ['0', 'O', 'Q', 'D'],
  ['1', 'I', 'L'],
  ['5', 'S'],
  ['8', 'B'],
  ['2', 'Z'],
] as const

/** Every way to read a code again, one or two characters at a time: nobody misreads more of one code. */
function rereadings(key: string): string[] {
  const once = swaps(key)
  return [...new Set([...once, ...(once.length <= 8 ? once.flatMap(swaps) : [])])].filter((each) => each !== key)
}

function swaps(key: string): string[] {
  return Array.from(key, (_, at) => at).flatMap((at) => {
    const group = alike.find((each) => each.some((sign) => sign === key[at])) ?? []
    return group.filter((sign) => sign !== key[at]).map((sign) => key.slice(0, at) + sign + key.slice(at + 1))
  })
}

function exchanged(key: string): string[] {
  return Array.from(key, (_, at) => at)
    .filter((at) => /^\d\d$/.test(key.slice(at, at + 2)) && key[at] !== key[at + 1])
    .map((at) => key.slice(0, at) + (key[at + 1] ?? '') + (key[at] ?? '') + key.slice(at + 2))
}
