/** One operation on a disk, as shim.c wrote it down. */
export interface Entry {
  readonly op: 'write' | 'sync' | 'truncate' | 'rename' | 'unlink'
  readonly file: string
  readonly offset: number
  readonly data: Buffer
}

/**
 * What the disk had done, of the writes since the last sync of each file, when the power went: none of them, all, the
 * first ones, some of them in any order, or some of them torn in the middle of a page.
 */
export const losses = ['nothing', 'all', 'prefix', 'subset', 'torn'] as const
export type Loss = (typeof losses)[number]

export function readLog(log: Buffer): Entry[] {
  const entries: Entry[] = []
  for (let at = 0; at < log.length;) {
    const [op, pathLength, length] = [log.readUInt32LE(at), log.readUInt32LE(at + 4), log.readUInt32LE(at + 8)]
    const offset = Number(log.readBigInt64LE(at + 12))
    const file = log.toString('utf8', at + 20, at + 20 + pathLength)
    const data = log.subarray(at + 20 + pathLength, at + 20 + pathLength + length)
    entries.push({ op: nameOf(op, offset), file, offset, data })
    at += 20 + pathLength + length
  }
  return entries
}

function nameOf(op: number, offset: number): Entry['op'] {
  if (op === 1) return 'write'
  if (op === 2) return 'sync'
  if (op === 4) return 'truncate'
  return offset === 1 ? 'rename' : 'unlink'
}

/** The files of a disk that lost its power after so many operations. */
export function imageAfter(entries: readonly Entry[], at: number, loss: Loss, seed: number): Map<string, Buffer> {
  const files = new Map<string, { durable: Buffer; waiting: Entry[] }>()
  for (const entry of entries.slice(0, at)) {
    const file = files.get(entry.file) ?? { durable: Buffer.alloc(0), waiting: [] }
    files.set(entry.file, file)
    if (entry.op === 'write' || entry.op === 'truncate') file.waiting.push(entry)
    else if (entry.op === 'sync') {
      file.durable = file.waiting.reduce(apply, file.durable)
      file.waiting = []
    } else {
      files.delete(entry.file)
      if (entry.op === 'rename') files.set(entry.data.toString('utf8'), file)
    }
  }
  const chance = seeded(seed)
  return new Map(
    [...files].map(([name, { durable, waiting }]) => [name, kept(waiting, loss, chance).reduce(apply, durable)]),
  )
}

function kept(waiting: readonly Entry[], loss: Loss, chance: () => number): readonly Entry[] {
  switch (loss) {
    case 'nothing':
      return []
    case 'all':
      return waiting
    case 'prefix':
      return waiting.slice(0, Math.floor(chance() * (waiting.length + 1)))
    case 'subset':
      return waiting.filter(() => chance() < 0.5)
    case 'torn':
      return waiting
        .filter(() => chance() < 0.7)
        .map((entry) => (chance() < 0.5 ? entry : { ...entry, data: entry.data.subarray(0, sectors(entry, chance)) }))
  }
}

/** A torn write ends at a sector of 512 bytes. */
function sectors({ data }: Entry, chance: () => number): number {
  return Math.floor((data.length / 512) * chance()) * 512
}

/** Changes the image in place where it fits: a file of a megabyte is written to hundreds of times. */
function apply(before: Buffer, { op, offset, data }: Entry): Buffer {
  const size = op === 'truncate' ? offset : Math.max(before.length, offset + data.length)
  const after = size === before.length ? before : Buffer.concat([before.subarray(0, size)], size)
  if (op === 'write') data.copy(after, offset)
  return after
}

function seeded(seed: number): () => number {
  let state = (seed + 1) * 2_654_435_761
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
