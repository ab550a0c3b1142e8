import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { figure, say } from './figures.ts'
import { survivor } from './record.ts'

const KILLS = figure(500, 6)
const SIDE_BY_SIDE = figure(4, 2)

test(
  `${KILLS} kills while saving lose nothing that was acknowledged`,
  async () => {
    const results = await Promise.all(
      Array.from({ length: SIDE_BY_SIDE }, async (_, worker) => await killMany(worker, KILLS / SIDE_BY_SIDE)),
    )
    const acknowledged = results.reduce((sum, each) => sum + each, 0)
    say(`${KILLS} kills, ${acknowledged} acknowledged commands, 0 lost`)
    expect(acknowledged).toBeGreaterThan(KILLS)
  },
  figure(3_600_000, 300_000),
)

/** Starts a kitchen at work again and again on one folder, and kills it at a moment that a seed chooses. */
async function killMany(worker: number, kills: number): Promise<number> {
  const folder = await mkdtemp(path.join(tmpdir(), 'traceberry-kill-'))
  const file = path.join(folder, 'data/traceberry.db')
  const saved: string[] = []
  const numbers: string[] = []
  let seed = worker * 7919 + 1
  for (let kill = 0; kill < kills; kill += 1) {
    seed = (seed * 48_271) % 2_147_483_647
    await work(folder, 1 + (seed % 40), saved, numbers)
    // Every tenth time all is looked at; at the end as well.
    if (kill % 10 !== 9 && kill !== kills - 1) continue
    const { requestIds, problems, numbers: recorded } = survivor(file)
    expect(problems).toEqual([])
    expect(saved.filter((id) => !requestIds.has(id))).toEqual([])
    expect(new Set(recorded).size).toBe(recorded.length)
    const issued = new Set((await readFile(path.join(folder, 'data/issued-lot-numbers.txt'), 'utf8')).split('\n'))
    expect(recorded.filter((number) => !issued.has(number))).toEqual([])
    expect(new Set(numbers).size).toBe(numbers.length)
  }
  await rm(folder, { recursive: true, force: true })
  return saved.length
}

/** @param commands after so many answers the process is killed, a moment later: inside the next one */
async function work(folder: string, commands: number, saved: string[], numbers: string[]): Promise<void> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'saver.ts'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  let left = commands
  for await (const line of createInterface(child.stdout)) {
    const [kind = '', what = ''] = line.split(' ')
    if (kind === 'number') numbers.push(what)
    if (kind === 'saved') saved.push(what)
    if (kind === 'saved' && --left === 0) setTimeout(() => child.kill('SIGKILL'), commands % 7)
  }
  await ended
}
