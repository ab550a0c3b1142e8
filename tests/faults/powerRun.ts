import { appendFileSync } from 'node:fs'
import path from 'node:path'
import { newId, openKitchen } from '../support/kitchen.ts'
import { addProduct, makeBatch, receiveLot } from '../support/make.ts'
import { order } from './shim.ts'

/* A kitchen whose disk is written down by the shim. What was answered goes into a file of its own, in the same log. */
const [folder = '', commands = '0'] = process.argv.slice(2)
order(process.env['TB_CONTROL'] ?? '', { mode: 'record' })
const kitchen = await openKitchen({ folder })
const productId = await addProduct(kitchen.api)
for (let count = 0; count < Number(commands); count += 1) {
  const requestId = newId()
  if (count % 2 === 0) {
    const lines = [{ ingredient: 'Sugar', quantity: '10 lb' }]
    await kitchen.api.pantry.receive({ requestId, supplier: 'Costco', receivedOn: '2026-02-15', lines })
  } else await makeBatch(kitchen.api, productId, { requestId })
  appendFileSync(path.join(folder, 'acknowledged'), `${requestId}\n`)
}
await receiveLot(kitchen.api)
await kitchen.close(false)
