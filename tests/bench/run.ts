import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { type Figure, holds, ratioOf, tableOf } from './figure.ts'
import { importFigures } from './figures/import.ts'
import { labelFigures } from './figures/labels.ts'
import { officeFigures } from './figures/office.ts'
import { everyDepth, everyPath, type PeerWay, peerFigures, shapeFigures } from './figures/peers.ts'
import { criteriaFigures, worstScopeFigures } from './figures/recall.ts'
import { readingFigures } from './figures/reading.ts'
import { savingFigures } from './figures/saving.ts'
import { sessionFigures } from './figures/session.ts'
import { treeFigures } from './figures/tree.ts'
import { windowFigures } from './figures/window.ts'
import {
  type OneThing,
  writeChain,
  writeDiamonds,
  writeLattice,
  writeOneBin,
  writeOneLot,
  writeSkew,
} from './kitchens/adversarial.ts'
import { kitchenOf } from './kitchens/kitchenOf.ts'
import { writeTenYears } from './kitchens/tenYears.ts'

/*
 * `npm run bench`: how long the work of a kitchen takes on a record of ten years (20,000 batches, 1,000,000 units), each
 * held against a floor measured in the same run, or against a limit. `-- --quick` runs each fewer times, `--only=labels`
 * some of them, `--readme` puts the table into README.md. `session` alone takes an hour, six minutes with `--quick`;
 * `copacker`, the same record ten times as large, some minutes and three gigabytes of disk.
 */
const { values } = parseArgs({
  options: { quick: { type: 'boolean' }, only: { type: 'string' }, readme: { type: 'boolean' } },
})
const rounds = values.quick === true ? 5 : 25
const root = path.resolve(import.meta.dirname, '../..')

/** Genealogies made to be hard, and ways that come to an end in them; in the others the paths are beyond counting. */
const shapes: readonly (readonly [
  shape: string,
  write: (file: string) => { lotId: number },
  ways: readonly PeerWay[],
])[] = [
  ['A chain of 50', (file) => writeChain(file), []],
  ['A lattice of 50 levels of 10', (file) => writeLattice(file), []],
  ['16 diamonds on one another', (file) => writeDiamonds(file, 16), [everyPath]],
  ['60 diamonds on one another', (file) => writeDiamonds(file, 60), []],
  ['2,000 batches, each of the two before it', (file) => writeSkew(file), [everyDepth]],
]

const parts: Readonly<Record<string, () => Promise<Figure[]>>> = {
  async record() {
    const bench = await kitchenOf(writeTenYears)
    const figures = [
      ...(await readingFigures(bench, rounds)),
      ...(await peerFigures(bench, rounds)),
      ...(await criteriaFigures(bench, rounds)),
      ...(await savingFigures(bench, rounds)),
      ...(await officeFigures(bench)),
    ]
    await bench.close()
    return figures
  },
  async genealogies() {
    const figures: Figure[] = []
    for (const [shape, write, ways] of shapes) {
      const bench = await kitchenOf<{ readonly lotId: number }>(write)
      figures.push(...(await shapeFigures(bench, shape, rounds, ways)))
      await bench.close()
    }
    return figures
  },
  async scope() {
    const figures: Figure[] = []
    for (const write of [writeOneLot, writeOneBin]) {
      const bench = await kitchenOf<OneThing & { readonly binId?: number }>(write)
      figures.push(...(await worstScopeFigures(bench, rounds)))
      await bench.close()
    }
    return figures
  },
  async copacker() {
    const bench = await kitchenOf((file) => writeTenYears(file, { factor: 10 }))
    const figures = await readingFigures(bench, Math.min(rounds, 10))
    await bench.close()
    return figures.map((figure) => ({
      ...figure,
      work: `Co-packer, ${bench.marks.batches.toLocaleString('en')} batches: ${figure.work}`,
    }))
  },
  window: async () => await windowFigures(rounds),
  session: async () => await sessionFigures(values.quick === true ? 6 : 60),
  import: async () => await importFigures(values.quick === true ? 5_000 : 50_000),
  tree: async () => await treeFigures(rounds),
  labels: async () => await Promise.resolve(labelFigures(rounds)),
}

const figures: Figure[] = []
for (const [name, measure] of Object.entries(parts))
  if (values.only === undefined || values.only.split(',').includes(name)) figures.push(...(await measure()))
const machine = `${cpus()[0]?.model.trim() ?? 'unknown'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB`
const day = new Date().toISOString().slice(0, 10)
const table = `${tableOf(figures)}\n`
process.stdout.write(`${table}\n${machine}, Node ${process.versions.node}, ${day}\n`)
writeJson()
if (values.readme === true) writeReadme()

function writeJson(): void {
  const out = path.join(root, 'test-results/bench.json')
  mkdirSync(path.dirname(out), { recursive: true })
  const all = figures.map((figure) => ({ ...figure, ratio: ratioOf(figure) ?? null, met: holds(figure) }))
  writeFileSync(out, `${JSON.stringify({ machine, node: process.versions.node, day, figures: all }, null, 1)}\n`)
}

function writeReadme(): void {
  const file = path.join(root, 'README.md')
  const [before = '', rest = ''] = readFileSync(file, 'utf8').split('<!-- bench -->')
  const after = rest.split('<!-- /bench -->')[1] ?? ''
  const said = `Measured by \`npm run bench\` on ${day}: ${machine}, Node ${process.versions.node}.`
  writeFileSync(file, `${before}<!-- bench -->\n\n${said}\n\n${table}\n<!-- /bench -->${after}`)
}
