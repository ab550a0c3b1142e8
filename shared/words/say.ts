import { IntlMessageFormat } from 'intl-messageformat'

/** What people can read the app in. Labels, notices, reports and exports stay in English: who gets them asks for it. */
export const languages = ['en', 'es'] as const
export type Language = (typeof languages)[number]

/** The words of a language other than English, which is the key of each. */
export interface Catalogue {
  /** English sentence, with `{names}` as ICU MessageFormat has them, to the same sentence. */
  readonly texts: Readonly<Record<string, string>>
  /** English noun in the singular, to one and many: what is counted. */
  readonly nouns: Readonly<Record<string, readonly [one: string, many: string]>>
}

/** The language for a computer that is set to a locale, `es-MX`. */
export function languageOf(systemLocale: string): Language {
  return languages.find((known) => systemLocale.split('-')[0] === known) ?? 'en'
}

const locales = { en: 'en-US', es: 'es-US' } as const

/** A language, ready to be spoken: its words, and the sentences that were said already, read once. */
export interface Voice extends Catalogue {
  readonly language: Language
  readonly formats: Map<string, IntlMessageFormat>
  /** In place of saying a sentence now: what is kept of it, to be said when it is read (kept.ts). */
  readonly keep?: (english: string, values?: Values) => string
}

type Values = Readonly<Record<string, string | number>>

export function voiceOf(language: Language, catalogue: Catalogue = { texts: {}, nouns: {} }): Voice {
  return { ...catalogue, language, formats: new Map() }
}

export const plainEnglish: Voice = voiceOf('en')

let now: () => Voice = () => plainEnglish

/** From now on everything is said in the voice that this answers each time. */
export function speakAs(voice: () => Voice): void {
  now = voice
}

/** Has another voice say what is said in some work; in nothing that it awaits. */
export function saidIn<T>(voice: Voice, work: () => T): T {
  const before = now
  now = () => voice
  try {
    return work()
  } finally {
    now = before
  }
}

export function spoken(): Language {
  return now().language
}

/** The language and the country whose dates, numbers and money are written: `en-US`. */
export function locale(): string {
  return locales[now().language]
}

/**
 * A sentence in the language of the person, with what stands for `{names}` in it, and ICU's plurals:
 * `say('{n, plural, one {# jar} other {# jars}} of {lot}', { n, lot })`. A number is written as `sayNumber` does; what only
 * looks like one, a year or a port, is given as text. Called inside functions only: at the top of a module nobody has
 * chosen a language yet. @throws Error where a name has no value
 */
export function say(english: string, values?: Values): string {
  const { keep } = now()
  if (keep) return keep(english, values)
  const text = sayWord(english)
  return values === undefined ? text : String(formatOf(text).format(written(values)))
}

/** As `say`, for values that are more than text; the parts in their order. */
export function sayParts<T>(english: string, values: Readonly<Record<string, T>>): readonly (string | T)[] {
  const said = formatOf(sayWord(english)).format<T | string>(written(values))
  return Array.isArray(said) ? said : [said]
}

/** A word that a list of words holds: a state, a kind, a message of a schema. Other text stays as it is. */
export function sayWord(english: string): string {
  const { texts, keep } = now()
  return keep ? keep(english) : (texts[english] ?? english)
}

function formatOf(text: string): IntlMessageFormat {
  const { formats } = now()
  let format = formats.get(text)
  if (!format) {
    format = new IntlMessageFormat(text, locale(), undefined, { ignoreTag: true })
    for (const element of format.getAst()) takeWritten(element)
    formats.set(text, format)
  }
  return format
}

/** ICU writes a plain `{n}` as JavaScript does, without thousands: it takes what `written` adds instead. */
function takeWritten(element: MessageFormatElement): void {
  if (element.type === PLAIN && 'value' in element) element.value += WRITTEN
  else if ('options' in element)
    for (const { value } of Object.values(element.options)) for (const each of value) takeWritten(each)
}

type MessageFormatElement = ReturnType<IntlMessageFormat['getAst']>[number]
const PLAIN: MessageFormatElement['type'] = 1
const WRITTEN = ' written'

/** Values, and each once more as it is written: a plural asks for the number itself. */
function written<T>(values: Readonly<Record<string, T>>): Record<string, T | string> {
  const both: Record<string, T | string> = { ...values }
  for (const [name, value] of Object.entries(values))
    both[name + WRITTEN] = typeof value === 'number' ? sayNumber(value) : value
  return both
}

/**
 * One or many of a thing, by its English singular or as a kitchen that speaks the language calls it itself, `pan`; a word
 * that no list has is a person’s own, and kept.
 */
export function nounOf(word: string): readonly [one: string, many: string] | undefined {
  const { nouns } = now()
  const called = word.toLowerCase()
  return nouns[called] ?? Object.values(nouns).find((noun) => noun.includes(called))
}

/** `1,234`: a number on screens, in the form of the locale. A quantity with its unit stays as it can be typed back. */
export function sayNumber(count: number, options?: Intl.NumberFormatOptions): string {
  return count.toLocaleString(locale(), options)
}

/** `sugar, salt, and pectin`. */
export function sayList(words: readonly string[]): string {
  return new Intl.ListFormat(locale()).format(words)
}
