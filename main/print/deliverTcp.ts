import type { Printer } from '../../shared/api/printers.ts'
import { type Delivery, encodeLabels, type Outcome, type PrintLimits, sleep } from './delivery.ts'
import { type PrinterStatus, readCounter, type StatusTalk, statusTalk } from './printerStatus.ts'
import { openTcp, type TcpSession, TransportError } from './transports/tcp9100.ts'
import { say } from '../../shared/words/say.ts'

/**
 * Sends a window over raw TCP. Where the printer's status is watched, it says `printed` only when the printer answered
 * throughout, saw no error and has nothing left: after an error or silence a drained queue proves nothing, since a
 * printer may drop or repeat the label it stopped at.
 */
export async function deliverTcp(delivery: Delivery): Promise<Outcome> {
  const { printer } = delivery
  const asks = printer.confirmation !== 'none' && !delivery.silence.known
  const talk = asks ? statusTalk(printer.language) : undefined
  try {
    const session = await openTcp({ host: printer.address, port: printer.port })
    const ready = talk ? await waitUntilReady(session, talk, delivery) : 'silent'
    if (ready === 'given up') {
      session.leave()
      return { state: 'waiting', problem: null }
    }
    return talk && ready !== 'silent'
      ? await sendWatched(session, talk, delivery)
      : await sendUnwatched(session, delivery)
  } catch (error) {
    if (!(error instanceof TransportError)) throw error
    return { state: error.stage === 'before any byte' ? 'waiting' : 'to check', problem: error.message }
  }
}

/** Asks a printer once how it is; undefined where it does not answer or its language cannot be asked. */
export async function printerStatus(printer: Printer, limits: PrintLimits): Promise<PrinterStatus | undefined> {
  const talk = printer.transport === 'tcp' ? statusTalk(printer.language) : undefined
  if (!talk) return undefined
  try {
    const session = await openTcp({ host: printer.address, port: printer.port })
    const answer = await session.ask(talk.question, talk.whole, limits.answerMs)
    session.leave()
    return answer === undefined ? undefined : talk.read(answer)
  } catch (error) {
    if (!(error instanceof TransportError)) throw error
    return undefined
  }
}

/** One connection for a window; that the printer closes it in its turn says that it has read everything. */
async function sendUnwatched(session: TcpSession, delivery: Delivery): Promise<Outcome> {
  const formats = encodeLabels(delivery.printer, await delivery.begin())
  for (const format of formats) await session.write(format)
  await session.end()
  return { state: 'sent', problem: null }
}

/** Waits while the printer has trouble or still holds other labels; nothing has left yet, so that it may wait for ever. */
async function waitUntilReady(
  session: TcpSession,
  talk: StatusTalk,
  delivery: Delivery,
): Promise<'ready' | 'silent' | 'given up'> {
  let told = false
  for (;;) {
    if (delivery.cancelled() || delivery.stopping()) return 'given up'
    const status = await askStatus(session, talk, delivery)
    if (!status) {
      delivery.silence.known = true
      return 'silent'
    }
    if (status.trouble === null && (status.queued ?? 0) === 0) {
      if (told) await delivery.trouble(null)
      return 'ready'
    }
    if (status.trouble !== null) {
      await delivery.trouble(
        say('{printer} {trouble}. Put that right: the labels go on by themselves.', {
          printer: delivery.printer.name,
          trouble: status.trouble,
        }),
      )
      told = true
    }
    await sleep(delivery.limits.pollMs)
  }
}

async function sendWatched(session: TcpSession, talk: StatusTalk, delivery: Delivery): Promise<Outcome> {
  const counted = await askCounter(session, talk, delivery)
  const formats = encodeLabels(delivery.printer, await delivery.begin())
  const watch: Watch = { sawTrouble: null, forgotten: false }
  let lost: TransportError | undefined
  try {
    for (const format of formats) await session.write(format)
    const outcome = await watchUntilDrained(session, talk, delivery, watch)
    if (outcome) {
      session.leave()
      return outcome
    }
  } catch (error) {
    if (!(error instanceof TransportError)) throw error
    lost = error
  }
  session.abort()
  if (counted !== undefined && watch.sawTrouble === null && !watch.forgotten) {
    const outcome = await countAgain(talk, delivery, counted, formats.length)
    if (outcome) return outcome
  }
  return {
    state: 'to check',
    problem:
      lost?.message ?? `${say('{printer} does not answer any more.', { printer: delivery.printer.name })} ${look()}`,
  }
}

/** What was seen while labels were in the printer. */
interface Watch {
  sawTrouble: string | null
  forgotten: boolean
}

/** @returns undefined when the printer fell silent, or Traceberry closes before it has finished */
async function watchUntilDrained(
  session: TcpSession,
  talk: StatusTalk,
  delivery: Delivery,
  watch: Watch,
): Promise<Outcome | undefined> {
  const { pollMs, silenceMs, closingMs, answerMs } = delivery.limits
  let [drained, silentMs, closing] = [0, 0, 0]
  for (;;) {
    if (delivery.cancelled() && !watch.forgotten && talk.forget) {
      await session.write(talk.forget)
      watch.forgotten = true
    }
    const status = await askStatus(session, talk, delivery)
    if (!status) {
      silentMs += answerMs
      drained = 0
      if (silentMs >= silenceMs) return undefined
      continue
    }
    if (silentMs > 0) watch.sawTrouble ??= say('did not answer for a while')
    if (status.trouble !== null && watch.sawTrouble !== status.trouble) {
      watch.sawTrouble = status.trouble
      await delivery.trouble(
        say('{printer} {trouble}. Put that right, and wait until it stops: then say which labels came out.', {
          printer: delivery.printer.name,
          trouble: status.trouble,
        }),
      )
    }
    // A language that cannot say what it holds proves nothing.
    if (status.queued === null && status.trouble === null)
      return watch.sawTrouble === null ? { state: 'sent', problem: null } : doubtful(delivery, watch)
    drained = status.queued === 0 ? drained + 1 : 0
    if (drained >= 2 && (status.trouble === null || watch.forgotten))
      return watch.sawTrouble === null && !watch.forgotten
        ? { state: 'printed', problem: null }
        : doubtful(delivery, watch)
    if (delivery.stopping()) closing += pollMs
    if (closing > closingMs) return undefined
    await sleep(pollMs)
  }
}

function doubtful({ printer }: Delivery, watch: Watch): Outcome {
  const trouble = watch.forgotten ? say('was told to stop') : (watch.sawTrouble ?? '')
  const what = say('{printer} {trouble} while labels were in it.', { printer: printer.name, trouble })
  return { state: 'to check', problem: `${what} ${look()}` }
}

/**
 * After a connection was lost: a counter that has gone on by the whole window, or not at all, in a printer that holds
 * nothing, proves all of them or none; anything between proves nothing.
 */
async function countAgain(
  talk: StatusTalk,
  delivery: Delivery,
  before: number,
  sent: number,
): Promise<Outcome | undefined> {
  for (let tries = 0; tries < 5; tries += 1) {
    await sleep(delivery.limits.pollMs)
    try {
      const session = await openTcp({ host: delivery.printer.address, port: delivery.printer.port })
      const status = await askStatus(session, talk, delivery)
      const after =
        status?.trouble === null && status.queued === 0 ? await askCounter(session, talk, delivery) : undefined
      session.leave()
      if (after === before + sent) return { state: 'printed', problem: null }
      if (after === before)
        return {
          state: 'waiting',
          problem: say('{printer} was cut off before it printed. Try again.', { printer: delivery.printer.name }),
        }
      if (after !== undefined) return undefined
    } catch (error) {
      if (!(error instanceof TransportError)) throw error
    }
  }
  return undefined
}

async function askStatus(
  session: TcpSession,
  talk: StatusTalk,
  { limits }: Delivery,
): Promise<PrinterStatus | undefined> {
  const answer = await session.ask(talk.question, talk.whole, limits.answerMs)
  return answer === undefined ? undefined : talk.read(answer)
}

async function askCounter(session: TcpSession, talk: StatusTalk, delivery: Delivery): Promise<number | undefined> {
  if (delivery.printer.confirmation !== 'counter' || !talk.counter) return undefined
  const answer = await session.ask(talk.counter, (text) => readCounter(text) !== undefined, delivery.limits.answerMs)
  return answer === undefined ? undefined : readCounter(answer)
}

function look(): string {
  return say('Look at the roll and say which labels came out.')
}
