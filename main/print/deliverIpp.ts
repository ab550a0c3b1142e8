import { type Delivery, encodeLabels, type Outcome, sleep } from './delivery.ts'
import { askIpp, type IppAnswer, IppError } from './transports/ipp.ts'
import { say } from '../../shared/words/say.ts'

function look(): string {
  return say('Look at the labels and say which came out.')
}

/**
 * Sends a window as one IPP job: Validate-Job first, so that a refusal comes before any byte; then it counts what the
 * printer says it has finished. Where that is all of the window, the labels are printed: there is no better proof.
 */
export async function deliverIpp(delivery: Delivery): Promise<Outcome> {
  const { printer, title, limits } = delivery
  const uri = printer.address
  const format = printer.language === 'pdf' ? 'application/pdf' : 'application/octet-stream'
  let job: number | undefined
  let sent = 0
  try {
    const about = { uri, title, format }
    const valid = await askIpp('Validate-Job', about)
    if (!valid.ok) return { state: 'waiting', problem: refusal(printer.name, valid) }
    const bitmaps = await delivery.begin()
    if (bitmaps.length === 0) return { state: 'waiting', problem: null }
    sent = bitmaps.length
    const document = new Uint8Array(Buffer.concat(encodeLabels(printer, bitmaps)))
    const taken = await askIpp('Print-Job', { ...about, document })
    job = taken.numbers.get('job-id')
    if (!taken.ok || job === undefined)
      return { state: 'to check', problem: `${refusal(printer.name, taken)} ${look()}` }
    return await followJob(delivery, job, sent)
  } catch (error) {
    if (!(error instanceof IppError)) throw error
    return sent === 0
      ? { state: 'waiting', problem: error.message }
      : { state: 'to check', problem: `${error.message} ${look()}` }
  } finally {
    if (job !== undefined && (delivery.cancelled() || delivery.stopping()))
      await askIpp('Cancel-Job', { uri, job }).catch(() => undefined)
    await sleep(Math.min(limits.pollMs, 50))
  }
}

/** RFC 8011, 5.3.7: 3 pending, 4 held, 5 processing, 6 stopped, 7 canceled, 8 aborted, 9 completed. */
async function followJob(delivery: Delivery, job: number, sent: number): Promise<Outcome> {
  const { printer, limits } = delivery
  let told = false
  for (;;) {
    const answer = await askIpp('Get-Job-Attributes', { uri: printer.address, job })
    const state = answer.numbers.get('job-state')
    const done = answer.numbers.get('job-impressions-completed') ?? answer.numbers.get('job-media-sheets-completed')
    if (state === 9) {
      const proved = printer.confirmation !== 'none' && done === sent && !told
      return {
        state: proved ? 'printed' : told ? 'to check' : 'sent',
        problem: told
          ? `${say('{printer} stood still while labels were in it.', { printer: printer.name })} ${look()}`
          : null,
      }
    }
    if (state === 7 || state === 8 || delivery.cancelled() || delivery.stopping())
      return {
        state: 'to check',
        problem: `${say('{printer} ended the job before it was whole.', { printer: printer.name })} ${look()}`,
      }
    if (state === 6 && !told) {
      told = true
      await delivery.trouble(
        say('{printer} stands still. Look at it, and put right what it shows.', { printer: printer.name }),
      )
    }
    await sleep(limits.pollMs)
  }
}

function refusal(name: string, answer: IppAnswer): string {
  const why = answer.words.get('status-message') ?? say('status {code}', { code: `0x${answer.status.toString(16)}` })
  return say('{printer} does not take such labels ({why}). Choose another language or another way to reach it.', {
    printer: name,
    why,
  })
}
