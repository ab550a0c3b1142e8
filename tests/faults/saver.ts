import { startCore } from '../../main/core.ts'
import { createClient } from '../../shared/api/client.ts'

/*
 * A kitchen at work, to be killed: records without pause, and says the request id of each command that was answered.
 * Its one argument is the folder.
 */
const [folder = ''] = process.argv.slice(2)
const host = {
  capabilities: {
    printToPdf: false,
    pickFolder: false,
    showFolder: false,
    openAtLogin: false,
    install: false,
    changeKitchen: false,
  },
  printToPdf: async () => await Promise.reject(new Error('no PDF here')),
  pickFolder: async () => await Promise.resolve(null),
  showFolder: async () => await Promise.resolve(),
}
const { dispatch } = await startCore({
  dataDir: `${folder}/data`,
  backupDir: `${folder}/backups`,
  demo: false,
  host: host as never,
})
const api = createClient(dispatch)
let productId: number | undefined = (await api.products.list({}))[0]?.id
for (let count = 0; ; count += 1) {
  const requestId = crypto.randomUUID()
  if (count % 3 === 0 || productId === undefined) {
    const lines = [{ ingredient: 'Sugar', quantity: '1 lb' }]
    await api.pantry.receive({ requestId, supplier: 'Costco', receivedOn: '2026-02-15', lines })
    const recipe = { requestId: crypto.randomUUID(), name: 'Syrup', code: 'SY', unit: 'jar', expectedYield: 2 }
    productId ??= (await api.products.save({ ...recipe, lines: [{ ingredient: 'Sugar', quantity: '1 oz' }] })).productId
  } else {
    const { lines } = await api.batches.propose({ productId, madeOn: '2026-03-04', planned: null })
    const uses = lines.flatMap(({ itemId, uses: all }) =>
      all.map(({ lotId, quantity }) => ({ itemId, lotId, quantity })),
    )
    const { lotNumber } = await api.batches.record({ requestId, productId, madeOn: '2026-03-04', made: 2, uses })
    process.stdout.write(`number ${lotNumber}\n`)
  }
  process.stdout.write(`saved ${requestId}\n`)
}
