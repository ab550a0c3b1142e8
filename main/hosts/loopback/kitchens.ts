import { say } from '../../../shared/words/say.ts'
import type { KitchenName } from '../../app.ts'
import type { Recoverable } from '../recovery.ts'
import type { LoopbackServer } from './server.ts'

/** A kitchen’s core, and the server that shows it. */
export interface Serving {
  readonly app: Pick<Recoverable, 'firstProblem' | 'close'>
  readonly server: Pick<LoopbackServer, 'openingUrl' | 'windows' | 'close'>
}

export interface Kitchens {
  /** Starts a kitchen where it is not open yet. @returns an address that opens it once. @throws Error with a sentence */
  goTo(kitchen: KitchenName): Promise<string>
  /** How many windows show any of them. */
  windows(): number
  close(): Promise<void>
}

/** A window that was told to go has gone by then. */
const leavingMs = 10_000

/** How often to look whether it has. */
const lookMs = 200

/**
 * The kitchens of this process: the one it was started with, and the other one once somebody goes there. The person’s
 * own stays open while they look at the demo; the demo is closed when they have gone back.
 */
export function createKitchens(
  first: KitchenName,
  serving: Serving,
  begin: (kitchen: KitchenName) => Promise<Serving>,
): Kitchens {
  const open = new Map<KitchenName, Serving>([[first, serving]])
  const beginning = new Map<KitchenName, Promise<Serving>>()
  let leaving = Promise.resolve()
  let closing = false

  async function there(kitchen: KitchenName): Promise<Serving> {
    const known = open.get(kitchen)
    if (known) return known
    if (closing) throw new Error(say('Traceberry is closing. Start it again.'))
    // A second press of the button joins the first one.
    const begun = beginning.get(kitchen) ?? begin(kitchen)
    beginning.set(kitchen, begun)
    try {
      const started = await begun
      open.set(kitchen, started)
      return started
    } finally {
      beginning.delete(kitchen)
    }
  }

  async function stop(kitchen: KitchenName): Promise<void> {
    const stopped = open.get(kitchen)
    open.delete(kitchen)
    await stopped?.server.close()
    await stopped?.app.close()
  }

  async function leave(kitchen: KitchenName): Promise<void> {
    const left = open.get(kitchen)
    for (let waited = 0; waited < leavingMs && (left?.server.windows() ?? 0) > 0; waited += lookMs)
      await new Promise((resolve) => setTimeout(resolve, lookMs))
    await stop(kitchen)
  }

  return {
    async goTo(kitchen) {
      if (kitchen === 'demo') await leaving
      const { app, server } = await there(kitchen)
      const problem = await app.firstProblem
      if (problem !== null) {
        await stop(kitchen)
        throw new Error(problem)
      }
      if (kitchen === 'own') leaving = leave('demo')
      return server.openingUrl()
    },
    windows: () => [...open.values()].reduce((sum, { server }) => sum + server.windows(), 0),
    async close() {
      closing = true
      const begun = await Promise.allSettled(beginning.values())
      const all = [...open.values(), ...begun.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))]
      const closed = new Set(all)
      open.clear()
      await Promise.all([...closed].map(async ({ server }) => await server.close()))
      await Promise.all([...closed].map(async ({ app }) => await app.close()))
      await leaving
    },
  }
}
