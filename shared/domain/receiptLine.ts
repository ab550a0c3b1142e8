import { askOfComma, withPoint } from './comma.ts'
import { addDays, type Day, isDay } from './day.ts'
import { centsIn } from './money.ts'
import { monthOf } from './noticeDays.ts'
import { parseQuantity } from './quantity.ts'
import { type KnownNames, type LineReading, readNames } from './receiptNames.ts'
import { findUnit, ONE_PIECE } from './units.ts'
import { say, sayWord } from '../words/say.ts'

/** A delivery typed in one line, `straw 8 lb valley 3/2 bb 3/8 lot A-99 $56`. */
export interface ReceiptLine {
  /** Everything the names may mean, the likeliest first; one alone that brings no new name needs no choosing. */
  readonly readings: readonly LineReading[]
  /** As typed, with a point for a decimal comma; null while there is none. */
  readonly quantity: string | null
  readonly receivedOn: Day | null
  readonly bestBy: Day | null
  readonly supplierLot: string | null
  readonly costCents: number | null
  /** What is still missing or cannot be, as a sentence; null where the line can be saved. */
  readonly problem: string | null
}

/**
 * Reads a delivery typed in one line, in any order: quantity, ingredient, supplier, day, `bb` day, `lot` code, `$` price.
 * Days without a year are the last such day for receiving and the next one for best by. Nothing is guessed: where the
 * names fit more than one thing, all of them are readings.
 */
export function readReceiptLine(text: string, known: KnownNames, today: Day): ReceiptLine {
  const { names, counted, stray, repeated, ...facts } = takeParts(text, known.ownUnits ?? [], today)
  const { readings, unread } = readNames({ runs: names, counted, stray }, known)
  return { ...facts, readings, problem: problemOf(facts, { readings, unread, repeated }) }
}

interface Parts {
  /** Words that are nothing else, in runs: other parts stand between two runs. */
  readonly names: readonly (readonly string[])[]
  readonly quantity: string | null
  readonly receivedOn: Day | null
  readonly bestBy: Day | null
  readonly supplierLot: string | null
  readonly costCents: number | null
  /** What the quantity counts, which may be the ingredient itself: `24 eggs`. */
  readonly counted: string | null
  /** A number that is not the quantity: part of a name (`7 grain mix`), or nothing that anybody can read. */
  readonly stray: string | null
  /** A fact that is there twice. */
  readonly repeated: string | null
}

type Fact = 'quantity' | 'receivedOn' | 'bestBy' | 'supplierLot' | 'costCents'
const factWords: Readonly<Record<Fact, string>> = {
  quantity: 'quantity',
  receivedOn: 'day',
  bestBy: 'best-by day',
  supplierLot: 'lot',
  costCents: 'price',
}

/** One part of the line and how many words it takes. */
type Taken = { readonly fact: Fact; readonly value: string | number; readonly words: number }

function takeParts(text: string, ownUnits: readonly string[], today: Day): Parts {
  const words = text
    .split(/\s+/)
    .map((word) => word.replace(/[,;]+$/, ''))
    .filter((word) => word !== '')
  const found: Partial<Record<Fact, string | number>> = {}
  const runs: string[][] = [[]]
  let repeated: string | null = null
  let counted: string | null = null
  let bare: { readonly word: string; readonly run: readonly string[]; readonly at: number } | undefined
  for (let at = 0; at < words.length;) {
    const rest = words.slice(at)
    const part = price(rest) ?? bestBy(rest) ?? lotCode(rest) ?? quantityIn(rest, ownUnits) ?? day(rest, today)
    if (part) {
      if (found[part.fact] !== undefined) repeated ??= factWords[part.fact]
      else found[part.fact] = part.value
      at += part.words
      const last = words[at - 1] ?? ''
      if (part.fact === 'quantity' && findUnit(last)?.base === ONE_PIECE) counted = last
      runs.push([])
      continue
    }
    const [word = ''] = rest
    const run = runs.at(-1) ?? []
    if (/^\d+(?:[.,]\d+)?$/.test(word)) bare ??= { word, run, at: run.length }
    run.push(word)
    at += 1
  }
  const receivedOn = textOf(found.receivedOn)
  const best = textOf(found.bestBy)
  const quantity = textOf(found.quantity)
  const number = bare?.word ?? null
  return {
    names: runs
      .flatMap((run) =>
        quantity === null && run === bare?.run ? [run.slice(0, bare.at), run.slice(bare.at + 1)] : [run],
      )
      .filter((run) => run.length > 0),
    quantity: quantity ?? (number !== null && askOfComma(number) === undefined ? withPoint(number) : number),
    counted,
    stray: quantity === null ? null : number,
    receivedOn,
    bestBy: best === null ? null : (readDay([best], receivedOn ?? today, 'next')?.day ?? null),
    supplierLot: textOf(found.supplierLot),
    costCents: typeof found.costCents === 'number' ? found.costCents : null,
    repeated,
  }
}

function textOf(value: string | number | undefined): string | null {
  return typeof value === 'string' ? value : null
}

function price([first = '', second = '']: readonly string[]): Taken | undefined {
  const attached = first.startsWith('$') && first !== '$'
  const value = attached ? centsIn(first) : first === '$' ? centsIn(second) : undefined
  return value === undefined ? undefined : { fact: 'costCents', value, words: attached ? 1 : 2 }
}

/** The day stays as typed until the day of receiving is known, which decides its year. */
function bestBy(words: readonly string[]): Taken | undefined {
  const [first = ''] = words
  const attached = /^(?:bb|bbd|exp|best-?by|use-?by|cad|vence):?(\d.*)$/i.exec(first)?.[1]
  if (attached !== undefined)
    return readDay([attached], '2000-01-01', 'next') && { fact: 'bestBy', value: attached, words: 1 }
  if (!/^(?:bb|bbd|best|best-?by|best-?before|exp|expires|expiry|use|use-?by|cad|caduca|vence):?$/i.test(first))
    return undefined
  const skip = /^(?:by|before):?$/i.test(words[1] ?? '') ? 2 : 1
  const found = readDay(words.slice(skip), '2000-01-01', 'next')
  return found && { fact: 'bestBy', value: words.slice(skip, skip + found.words).join(' '), words: skip + found.words }
}

function lotCode([first = '', second]: readonly string[]): Taken | undefined {
  const attached = /^(?:lote?:|#)(\S+)$/i.exec(first)?.[1]
  if (attached !== undefined) return { fact: 'supplierLot', value: attached, words: 1 }
  if (!/^(?:lote?:?|#)$/i.test(first) || second === undefined) return undefined
  return { fact: 'supplierLot', value: second, words: 2 }
}

/** The longest run of words that is a quantity with a unit. */
function quantityIn(words: readonly string[], ownUnits: readonly string[]): Taken | undefined {
  if (!/^[\d.½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]/.test(words[0] ?? '')) return undefined
  for (let count = Math.min(6, words.length); count > 0; count -= 1) {
    const run = words.slice(0, count).join(' ')
    // What it asks of a comma is asked of the whole line.
    const clear = run.replace(/^(\d{1,3}),(?=\d{3}(?!\d))/, '$1')
    if (!/\p{L}/u.test(run) || !parseQuantity(clear, undefined, ownUnits).ok) continue
    const read = parseQuantity(run, undefined, ownUnits)
    return { fact: 'quantity', value: read.ok ? read.quantity.text : run, words: count }
  }
  return undefined
}

function day(words: readonly string[], today: Day): Taken | undefined {
  const found = readDay(words, today, 'last')
  return found && { fact: 'receivedOn', value: found.day, words: found.words }
}

/**
 * A day at the start of the words: `2026-03-02`, `3/2`, `3/2/26`, `mar 2`, `today`, `ayer`. Without a year it is
 * the last one up to `near`, or the next one from it on.
 */
function readDay(words: readonly string[], near: Day, which: 'last' | 'next'): { day: Day; words: number } | undefined {
  const typed = words.slice(0, 2).join(' ').toLowerCase()
  const [first = ''] = typed.split(' ')
  if (isDay(first)) return { day: first, words: 1 }
  if (which === 'last' && (first === 'today' || first === 'hoy')) return { day: near, words: 1 }
  if (which === 'last' && (first === 'yesterday' || first === 'ayer')) return { day: addDays(near, -1), words: 1 }
  const numeric = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{2}|\d{4}))?$/.exec(first)
  if (numeric) return dated(numeric[1], numeric[2], numeric[3], near, which, 1)
  const named = /^([a-z]{3,10}) (\d{1,2})$/.exec(typed)
  const month = monthOf(named?.[1] ?? '')
  return named && month > 0 ? dated(String(month), named[2], undefined, near, which, 2) : undefined
}

function dated(month = '', date = '', year: string | undefined, near: Day, which: 'last' | 'next', words: number) {
  const tail = `-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  if (year !== undefined) {
    const given = `${year.length === 2 ? near.slice(0, 2) : ''}${year}${tail}`
    return isDay(given) ? { day: given, words } : undefined
  }
  const step = which === 'next' ? 1 : -1
  // Eight years hold a 29th of February, also around 2100.
  for (let away = 0; away <= 8; away += 1) {
    const candidate = `${Number(near.slice(0, 4)) + step * away}${tail}`
    if (isDay(candidate) && (which === 'next' ? candidate >= near : candidate <= near)) return { day: candidate, words }
  }
  return undefined
}

function problemOf(
  facts: Pick<Parts, 'quantity' | 'receivedOn' | 'bestBy'>,
  {
    readings,
    unread,
    repeated,
  }: {
    readonly readings: readonly LineReading[]
    readonly unread: string | null
    readonly repeated: string | null
  },
): string | null {
  if (repeated !== null)
    return say('There is more than one {what} in this line. Leave one out.', { what: sayWord(repeated) })
  if (readings.length === 0) return say('Type the ingredient, for example: sugar costco 25 lb.')
  if (facts.quantity === null) return say('Type how much, for example 25 lb.')
  if (unread !== null)
    return say('What is {number}? Put $ before a price and “lot” before a lot, or leave it out.', { number: unread })
  const parsed = parseQuantity(facts.quantity, 'each', 'any')
  if (!parsed.ok && parsed.asks) return parsed.message
  if (facts.bestBy !== null && facts.receivedOn !== null && facts.bestBy < facts.receivedOn)
    return say('The best-by day is before the day it came in. Correct one of the two.')
  return null
}
