/** Milliseconds of work after which others get their turn. */
const LONGEST_MS = 12

/** Lets other calls be answered wherever work has gone on for long enough. */
export type Pace = () => Promise<void>

export function keepPace(): Pace {
  let begun = performance.now()
  return async () => {
    if (performance.now() - begun < LONGEST_MS) return
    await breathe()
    begun = performance.now()
  }
}

/** Lets other calls be answered before work goes on. */
export async function breathe(): Promise<void> {
  await new Promise((resolve) => {
    setImmediate(resolve)
  })
}
