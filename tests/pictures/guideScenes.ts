import type { Locator, Page } from 'playwright'
import type { Api } from '../../shared/api/contract.ts'
import { newId } from '../support/kitchen.ts'
import { TODAY } from './demoKitchen.ts'

/** A picture of the guide, in whatever language the kitchen speaks: fields and parts are found by their names and order. */
interface Scene {
  /** As renderer/features/guide/chapters.ts names it. */
  readonly name: string
  readonly path: string
  /** Of the window; its height shows all of the screen that is in the picture. */
  readonly width?: number
  /** What happened in the kitchen before. */
  readonly before?: (api: Api) => Promise<unknown>
  readonly prepare?: (page: Page) => Promise<unknown>
  /** The first and the last thing in the picture. */
  readonly from: (page: Page) => Locator
  readonly to: (page: Page) => Locator
}

const MARKET = 'Saturday farmers market'

/** The Saturday of the guide, in its order: what one scene does is there in the next. */
export const guideScenes: readonly Scene[] = [
  {
    name: 'recipe',
    path: '/products/new',
    width: 860,
    async prepare(page) {
      await fill(page, { name: 'Plum jam', unit: 'jar', expectedYield: '30', shelfLifeDays: '540', code: 'PJ' })
      await fillLines(page, [
        { ingredient: 'Plums', quantity: '8 lb' },
        { ingredient: 'Sugar', quantity: '4 lb' },
        { ingredient: 'Lemon juice', quantity: '1 oz' },
      ])
      await page.getByText('PJ-20260620-A').waitFor()
    },
    from: (page) => card(page, 0),
    to: (page) => page.locator('[name="lines.2.quantity"]'),
  },
  {
    name: 'trip',
    path: '/pantry/receive',
    async prepare(page) {
      await fill(page, { supplier: 'Valley Farm' })
      await fillLines(page, [
        { ingredient: 'Strawberries', quantity: '16 lb', costCents: '44' },
        { ingredient: 'Rhubarb', quantity: '6 lb 8 oz', costCents: '19.50' },
        { ingredient: 'Eggs', quantity: '2 dozen', costCents: '9' },
      ])
    },
    from: (page) => card(page, 0),
    to: (page) => card(page, 1),
  },
  {
    name: 'batch',
    path: '/make/1',
    before: async (api) => {
      await api.pantry.receive({
        requestId: newId(),
        supplier: 'Valley Farm',
        receivedOn: TODAY,
        lines: [{ ingredient: 'Strawberries', quantity: '16 lb', costCents: 4400 }],
      })
      await api.pantry.receive({
        requestId: newId(),
        supplier: 'Costco Main St',
        receivedOn: TODAY,
        lines: [
          { ingredient: 'Sugar', quantity: '25 lb', supplierLot: 'L60418', costCents: 1899 },
          { ingredient: 'Rolled oats', quantity: '10 lb', supplierLot: 'RO2261', costCents: 1299 },
        ],
      })
    },
    async prepare(page) {
      await fill(page, { discarded: '1' })
      await page.locator('[name=discardReason]').selectOption('did not seal')
    },
    from: (page) => card(page, 0),
    to: (page) => page.locator('[name=discardReason]'),
  },
  {
    name: 'labels',
    path: '/batch/124/labels',
    width: 820,
    from: (page) => card(page, 0),
    to: (page) => card(page, 0),
  },
  {
    name: 'market',
    path: '/send',
    async before(api) {
      const stock = await api.shipping.stock({})
      const lines = [
        ['Strawberry jam', 24],
        ['Hot sauce', 8],
        ['Maple granola', 10],
      ] as const
      await api.shipping.send({
        requestId: newId(),
        place: MARKET,
        sentOn: TODAY,
        reference: '',
        lines: lines.map(([product, units]) => ({
          lotId: stock.find((lot) => lot.product === product && lot.onHand >= units)?.lotId ?? 0,
          units,
        })),
      })
    },
    async prepare(page) {
      await page.keyboard.press('F8')
      for (const back of ['6', '2', '1']) {
        await page.keyboard.type(back, { delay: 90 })
        await page.keyboard.press('Enter')
      }
      await page.keyboard.type('312.50', { delay: 90 })
    },
    from: (page) => card(page, 0),
    to: (page) => card(page, 0),
  },
  {
    name: 'jar',
    path: '/trace/batch/118/11',
    width: 1020,
    from: (page) => page.locator('main header'),
    to: (page) => card(page, 0),
  },
  {
    name: 'recall',
    path: '/recall',
    width: 1004,
    async prepare(page) {
      await page.locator('main textarea').first().fill('Valley Farm recalls strawberries sold 6/2 to 6/5: E. coli.')
      await page.getByRole('link', { name: 'SJ-20260605-A' }).first().waitFor()
    },
    from: (page) => card(page, 1),
    to: (page) => card(page, 2).getByRole('heading'),
  },
  {
    name: 'backup',
    path: '/data',
    before: async (api) => await api.backups.make({ requestId: newId() }),
    // The folder is that of the computer which takes the pictures.
    prepare: async (page) => await card(page, 1).evaluate((it) => (it.style.display = 'none')),
    from: (page) => card(page, 0),
    to: (page) => card(page, 2),
  },
  {
    name: 'keys',
    path: '/keys?from=%2Fsettings',
    width: 1060,
    from: (page) => page.locator('main section').first(),
    to: (page) => page.locator('main section dl').first(),
  },
]

function card(page: Page, at: number): Locator {
  return page.locator('main section').nth(at)
}

async function fill(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const field = page.locator(`[name="${name}"]`)
    await field.fill(value)
    // A list to choose from would lie over what comes next.
    if ((await field.getAttribute('role')) === 'combobox') await page.keyboard.press('Escape')
  }
  await page.locator('main').click({ position: { x: 4, y: 4 } })
}

async function fillLines(page: Page, lines: readonly Readonly<Record<string, string>>[]): Promise<void> {
  for (const [at, line] of lines.entries()) {
    if ((await page.locator(`[name="lines.${at}.quantity"]`).count()) === 0)
      await card(page, 1).getByRole('button').last().click()
    await fill(page, Object.fromEntries(Object.entries(line).map(([name, value]) => [`lines.${at}.${name}`, value])))
  }
}
