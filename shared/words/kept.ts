import { say, saidIn, sayWord, type Voice, voiceOf } from './say.ts'

/*
 * Sentences that are kept before anybody reads them: said when they are read, in the language of whoever reads. A kept
 * sentence is text with signs of its own around the English and what stands in it; others may stand beside it.
 */
const [OPEN, CLOSE] = ['\u{e000}', '\u{e001}']
const sentence = new RegExp(`${OPEN}([^${OPEN}${CLOSE}]*)${CLOSE}`, 'g')

type Kept = readonly [english: string, values?: Readonly<Record<string, string | number>>]

/** Keeps what it is given to say. */
export const keeping: Voice = { ...voiceOf('en'), keep }

/** Has the sentences of some work kept instead of said; not those of anything that it awaits. */
export function kept<T>(work: () => T): T {
  return saidIn(keeping, work)
}

/** Says a text with kept sentences in it. One that was written out before there were any is said where it is known. */
export function sayKept(text: string): string {
  if (!text.includes(OPEN)) return sayWord(text)
  return text.replace(sentence, (whole, json: string) => {
    const [english, values] = readKept(json)
    if (english === undefined) return whole
    if (values === undefined) return say(english)
    const said = Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? sayInside(value) : value,
    ])
    return say(english, Object.fromEntries(said) as Readonly<Record<string, string | number>>)
  })
}

/** What stands in a sentence is the person’s own unless it is a kept sentence itself. */
function sayInside(value: string): string {
  return value.includes(OPEN) ? sayKept(value) : value
}

function keep(...[english, values]: Kept): string {
  const json = JSON.stringify(values === undefined ? [english] : [english, values])
  return OPEN + json.replaceAll(OPEN, '\\ue000').replaceAll(CLOSE, '\\ue001') + CLOSE
}

function readKept(json: string): Kept | readonly [] {
  try {
    return JSON.parse(json) as Kept
  } catch {
    return []
  }
}
