import type { Printer } from '../../shared/api/printers.ts'
import { say } from '../../shared/words/say.ts'

/** How a printer says it is. */
export interface PrinterStatus {
  /** What is wrong, as the end of “The printer …”; null when it is ready. */
  readonly trouble: string | null
  /** Formats that it holds and has not printed; null where its language cannot say. */
  readonly queued: number | null
}

/** How to talk with a printer beside sending labels. */
export interface StatusTalk {
  readonly question: Uint8Array
  readonly whole: (answer: string) => boolean
  /** @returns undefined for an answer that is none */
  readonly read: (answer: string) => PrinterStatus | undefined
  /** Makes it forget the labels it holds; undefined where its language cannot. */
  readonly forget: Uint8Array | undefined
  /** Asks how many labels it has ever printed; undefined where its language cannot. */
  readonly counter: Uint8Array | undefined
}

/** The talk of a printer's language; undefined where nothing can be asked. */
export function statusTalk(language: Printer['language']): StatusTalk | undefined {
  return talks[language]
}

/** The number in an answer to `counter`, which comes in quotes. */
export function readCounter(answer: string): number | undefined {
  const found = /"(\d{1,12})[^"]*"/.exec(answer)
  return found ? Number(found[1]) : undefined
}

/** ZPL II Programming Guide, ~HS: three strings between STX and ETX. */
function readZplStatus(answer: string): PrinterStatus | undefined {
  const [first = [], second = []] = answer
    .split('\x02')
    .slice(1)
    .map((each) => each.split('\x03')[0]?.split(',') ?? [])
  if (first.length < 12 || second.length < 9) return undefined
  const flag = (text: string | undefined) => text?.trim() === '1'
  const troubles = [
    flag(first[1]) ? say('is out of paper') : undefined,
    flag(second[2]) ? say('has its head open') : undefined,
    flag(second[3]) ? say('is out of ribbon') : undefined,
    flag(first[11]) ? say('is too hot') : undefined,
    flag(first[2]) ? say('is paused') : undefined,
  ]
  return {
    trouble: troubles.find((each) => each !== undefined) ?? null,
    queued: Number(first[4]) + Number(second[8]) + (flag(first[7]) ? 1 : 0),
  }
}

/** TSPL Programming Manual, <ESC>!?: one byte of flags. */
function readTsplStatus(answer: string): PrinterStatus | undefined {
  if (answer === '') return undefined
  const flags = answer.charCodeAt(0)
  const troubles: readonly (readonly [number, string])[] = [
    [0x01, say('has its head open')],
    [0x02, say('has a paper jam')],
    [0x04, say('is out of paper')],
    [0x08, say('is out of ribbon')],
    [0x10, say('is paused')],
    [0x80, say('reports an error')],
  ]
  return {
    trouble: troubles.find(([bit]) => (flags & bit) !== 0)?.[1] ?? null,
    queued: (flags & 0x20) === 0 ? 0 : 1,
  }
}

/** EPL2 Programmer's Manual, ^ee: two digits. */
function readEplStatus(answer: string): PrinterStatus | undefined {
  const found = /(\d\d)\r?\n/.exec(answer)
  if (!found) return undefined
  const troubles: Readonly<Record<string, string>> = { '07': say('is out of paper'), '11': say('has its head open') }
  return { trouble: found[1] === '00' ? null : (troubles[found[1] ?? ''] ?? say('reports an error')), queued: null }
}

/** ESC/POS, DLE EOT 2: what keeps the printer off line. */
function readEscPosStatus(answer: string): PrinterStatus | undefined {
  if (answer === '') return undefined
  const flags = answer.charCodeAt(0)
  const trouble =
    (flags & 0x04) !== 0
      ? say('has its cover open')
      : (flags & 0x20) !== 0
        ? say('is out of paper')
        : (flags & 0x40) !== 0
          ? say('reports an error')
          : null
  return { trouble, queued: null }
}

const ascii = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))
const some = (answer: string) => answer !== ''

const talks: Readonly<Partial<Record<Printer['language'], StatusTalk>>> = {
  zpl: {
    question: ascii('~HS'),
    whole: (answer) => answer.split('\x03').length > 3,
    read: readZplStatus,
    forget: ascii('~JA'),
    counter: ascii('! U1 getvar "odometer.total_label_count"\r\n'),
  },
  tspl: { question: ascii('\x1b!?'), whole: some, read: readTsplStatus, forget: ascii('\x1b!.'), counter: undefined },
  epl: {
    question: ascii('\n^ee\n'),
    whole: (answer) => /\d\d\r?\n/.test(answer),
    read: readEplStatus,
    forget: undefined,
    counter: undefined,
  },
  escpos: {
    question: ascii('\x10\x04\x02'),
    whole: some,
    read: readEscPosStatus,
    forget: undefined,
    counter: undefined,
  },
}
