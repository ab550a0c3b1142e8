import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { contract } from '../../shared/api/contract.ts'
import type { Contract, Operation } from '../../shared/api/operation.ts'
import { z } from '../../shared/api/zod.ts'

const operations = Object.entries(contract as Contract).flatMap(([domain, all]) =>
  Object.entries(all).map(([name, operation]): [string, Operation] => [`${domain}.${name}`, operation]),
)

describe.each(operations)('%s', (_name, operation) => {
  test('says in one sentence what it does', () => {
    expect(operation.about).toMatch(/^[A-Z].{10,}\.$/)
  })

  test('takes and gives JSON only, in strict objects', () => {
    const parts = [
      ...walk(z.toJSONSchema(operation.input, { io: 'input' })),
      ...walk(z.toJSONSchema(operation.output, { io: 'output' })),
    ]
    const open = parts.filter((part) => part['type'] === 'object' && part['additionalProperties'] === undefined)
    expect(open).toEqual([])
  })

  test('refuses fields that it does not know', () => {
    const refused = operation.input.safeParse({ surprise: 1 })
    expect(refused.success).toBe(false)
    expect(refused.error?.issues.some((issue) => issue.code === 'unrecognized_keys')).toBe(true)
  })

  test(operation.kind === 'command' ? 'needs a request id' : 'needs no request id', () => {
    const paths = operation.input.safeParse({}).error?.issues.map((issue) => issue.path[0]) ?? []
    expect(paths.includes('requestId')).toBe(operation.kind === 'command')
  })
})

test('what corrects, voids or takes something back is declared so, whatever it is called', () => {
  const amendments = operations.filter(([, { amends }]) => amends === true).map(([op]) => op)
  expect(amendments.toSorted()).toEqual([
    'backups.restore',
    'batches.void',
    'bins.takeBackPour',
    'bins.undoEmpty',
    'complaints.reopen',
    'complaints.withdraw',
    'corrections.nameLot',
    'corrections.save',
    'designs.remove',
    'desk.forgetPin',
    'facts.takeToday',
    'history.takeBack',
    'imports.undo',
    'ingredients.endFactor',
    'journal.takeBack',
    'outcomes.takeWeightsBack',
    'pantry.correctLot',
    'pantry.count',
    'pantry.countAll',
    'pantry.voidReceipt',
    'plans.cancel',
    'plans.reopen',
    'shipping.void',
    'shipping.voidReturned',
  ])
  const undeclared = operations.filter(
    ([, { kind, about, amends }]) =>
      kind === 'command' &&
      amends !== true &&
      /^(?:Takes|Voids|Corrects|Opens a closed)\b.*\b(?:back|void|mistake|again)\b/.test(about),
  )
  // A return of units, and a product that is brought back, are no corrections.
  expect(undeclared.map(([op]) => op).toSorted()).toEqual(
    ['imports.undo', 'products.retire', 'shipping.takeReturn'].filter((op) => !amendments.includes(op)),
  )
})

function* walk(schema: unknown): Generator<Record<string, unknown>> {
  if (Array.isArray(schema)) for (const part of schema) yield* walk(part)
  else if (typeof schema === 'object' && schema !== null) {
    const object = { ...schema }
    yield object
    yield* walk(Object.values(object))
  }
}

test.each([
  ['compiled in the core', '', true],
  ['not compiled in a window, whose content security policy forbids it', 'globalThis.document = {}', false],
])('parsers are %s', (_where, before, compiles) => {
  const file = new URL(`file://${path.resolve(import.meta.dirname, '../../shared/api/zod.ts')}`).href
  const script = `${before}
    const { z } = await import(${JSON.stringify(file)})
    let compiled = 0
    globalThis.Function = new Proxy(Function, { construct(target, given) { compiled += 1; return new target(...given) } })
    z.strictObject({ day: z.string() }).parse({ day: '2026-03-04' })
    process.stdout.write(String(compiled > 0))`
  expect(execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })).toBe(
    String(compiles),
  )
})
