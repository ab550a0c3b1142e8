/** `npm run test:faults` runs the full figures, `npm test` a short form of the same. */
export const full = process.env['MODE'] === 'full'

export function figure(all: number, short: number): number {
  return full ? all : short
}

/** Figures, and why something was skipped: part of the result, so they are printed. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
