/** Runs works of one name one after the other, each after the one before has ended, however. */
export type InTurn = <T>(name: string, work: () => Promise<T>) => Promise<T>

export function takingTurns(): InTurn {
  const lastOf = new Map<string, Promise<unknown>>()
  return async (name, work) => {
    const mine = (lastOf.get(name) ?? Promise.resolve()).then(work)
    const ended = mine.catch(() => undefined)
    lastOf.set(name, ended)
    try {
      return await mine
    } finally {
      if (lastOf.get(name) === ended) lastOf.delete(name)
    }
  }
}
