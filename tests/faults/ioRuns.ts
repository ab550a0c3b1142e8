import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openKitchen, newId } from '../support/kitchen.ts'
import { addProduct, makeBatch, receiveLot } from '../support/make.ts'
import { AppError } from '../../shared/api/errors.ts'
import { survivor } from './record.ts'
import { counted, type operations, order } from './shim.ts'

/*
 * Runs under the shim: each run opens a kitchen, makes one operation of the disk fail, works on as a person would
 * (a refused save is sent again with the same request id), and says in one line what came of it.
 */
const runs = JSON.parse(process.argv[2] ?? '[]') as readonly {
  on: keyof typeof operations
  at: number
  error: number
  forever: boolean
  torn: boolean
}[]
const control = process.env['TB_CONTROL'] ?? ''

for (const run of runs) {
  const folder = mkdtempSync(path.join(tmpdir(), 'traceberry-io-'))
  const saved: string[] = []
  const told: string[] = []
  const kitchen = await openKitchen({ folder })
  await receiveLot(kitchen.api)
  const productId = await addProduct(kitchen.api)
  // A cold cache, so that reads reach the disk.
  await kitchen.restart()
  order(control, { mode: 'fail', on: [run.on], at: run.at, error: run.error, forever: run.forever, torn: run.torn })
  for (let count = 0; count < 8; count += 1) {
    const requestId = newId()
    for (let attempt = 0; attempt < 2; attempt += 1)
      try {
        await makeBatch(kitchen.api, productId, { requestId, made: 1 })
        saved.push(requestId)
        break
      } catch (error) {
        told.push(error instanceof AppError ? error.body.code : String(error))
      }
  }
  const { hits } = counted(control)
  order(control, { mode: 'off' })
  // Space is back, the cable is in again: the same kitchen must go on, or say why it does not.
  let goesOn = 'yes'
  try {
    await kitchen.api.system.retry({ requestId: newId() })
    const requestId = newId()
    await makeBatch(kitchen.api, productId, { requestId, made: 1 })
    saved.push(requestId)
  } catch (error) {
    goesOn = error instanceof AppError ? error.message : String(error)
  }
  await kitchen.close(false).catch((error: unknown) => told.push(`close: ${String(error)}`))
  const { requestIds, problems } = survivor(path.join(folder, 'data/traceberry.db'))
  const lost = saved.filter((id) => !requestIds.has(id)).length
  const log = path.join(folder, 'data/logs/traceberry.log')
  const internal = told.includes('internal') ? readFileSync(log, 'utf8').slice(0, 600) : ''
  process.stdout.write(
    `${JSON.stringify({ ...run, hits, saved: saved.length, told, lost, problems, goesOn, internal })}\n`,
  )
  rmSync(folder, { recursive: true, force: true })
}
