import type { App, DemoKitchen, HostServices } from '../app.ts'
import { type Language, languageOf, say } from '../../shared/words/say.ts'

type Envelope = Awaited<ReturnType<App['dispatch']>>
type Started = { readonly core: App } | { readonly problem: string }

/** What `system.state` tells while no core is there to tell it. */
export interface Facts {
  readonly version: string
  readonly today: string
  readonly zone: string
  /** The computer’s: what the kitchen chose is in its record. */
  readonly language: Language
  readonly dataFolder: string
  readonly demo: boolean
  readonly capabilities: HostServices['capabilities']
}

/** What a host knows by itself. */
export function factsOf(
  version: string,
  { dataDir, demo }: { readonly dataDir: string; readonly demo: DemoKitchen | false },
  { capabilities }: HostServices,
): Facts {
  const { locale, timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  return {
    version,
    today: new Intl.DateTimeFormat('sv-SE').format(),
    zone: timeZone,
    language: languageOf(locale),
    dataFolder: dataDir,
    demo: demo !== false,
    capabilities,
  }
}

/** The core, or who stands in for it. */
export interface Recoverable extends App {
  /** Why the first start failed, in one sentence; null when it did not. */
  readonly firstProblem: Promise<string | null>
}

/**
 * Starts the core and stands in for it: calls wait until it runs, and where it cannot start, the window still opens and
 * shows the recovery page. Then `system.state` says what is wrong, `system.retry` starts again, the rest is refused.
 */
export function startRecoverably(start: () => Promise<App>, facts: Facts): Recoverable {
  const listeners = new Set<Parameters<App['onNotice']>[0]>()
  let current = attempt()

  async function attempt(): Promise<Started> {
    try {
      const core = await start()
      core.onNotice((notice) => listeners.forEach((listener) => listener(notice)))
      return { core }
    } catch (error) {
      return { problem: sentence(error) }
    }
  }

  /** A second retry joins the one under way: two starts at once would lock each other out. */
  async function retry(failed: Promise<Started>): Promise<Started> {
    if (current === failed) current = attempt()
    return current
  }

  return {
    firstProblem: current.then((started) => ('problem' in started ? started.problem : null)),
    async dispatch(op, input) {
      const waited = current
      let started = await waited
      if ('problem' in started && op === 'system.retry') started = await retry(waited)
      return 'core' in started ? started.core.dispatch(op, input) : answerWithout(started.problem, op, facts)
    },
    onNotice(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    open(file) {
      void current.then((started) => 'core' in started && started.core.open(file))
    },
    async close() {
      const started = await current
      if ('core' in started) await started.core.close()
    },
  }
}

function answerWithout(problem: string, op: unknown, facts: Facts): Envelope {
  if (op === 'system.state') return { ok: true, value: { ...facts, problem } }
  if (op === 'system.retry') return { ok: true, value: { problem } }
  return { ok: false, error: { code: 'db_busy', message: problem } }
}

function sentence(error: unknown): string {
  return error instanceof Error && error.message !== ''
    ? error.message
    : say('Traceberry could not start its record keeping. Restart the computer and try again.')
}
