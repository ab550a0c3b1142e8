import type { Page } from 'playwright'
import type { Api } from '../../shared/api/contract.ts'
import { newId } from '../support/kitchen.ts'
import { TODAY } from './demoKitchen.ts'

/** A whole window, as README.md shows it. */
interface Scene {
  readonly name: string
  readonly path: string
  readonly prepare?: (page: Page, api: Api) => Promise<unknown>
}

export const readmeScenes: readonly Scene[] = [
  { name: 'today', path: '/' },
  // Before there is a printer, so that the page is as in a kitchen that has none yet.
  {
    name: 'batch',
    path: '/make/1',
    async prepare(page, api) {
      await api.pantry.receive({
        requestId: newId(),
        supplier: 'Valley Farm',
        receivedOn: TODAY,
        lines: [{ ingredient: 'Strawberries', quantity: '16 lb' }],
      })
      await api.pantry.receive({
        requestId: newId(),
        supplier: 'Costco Main St',
        receivedOn: TODAY,
        lines: [{ ingredient: 'Sugar', quantity: '25 lb', supplierLot: 'L60418' }],
      })
    },
  },
  { name: 'trace', path: '/trace/batch/118/11' },
  {
    name: 'graph',
    path: '/trace/batch/116?view=graph',
    prepare: async (page) => await page.locator('[data-key]').first().waitFor(),
  },
  {
    name: 'recall',
    path: '/recall',
    async prepare(page) {
      await page.getByLabel('The notice').fill('Valley Farm recalls strawberries sold 6/2 to 6/5: E. coli.')
      await page.getByRole('link', { name: 'SJ-20260605-A' }).first().waitFor()
      // Below what stays on top of the window.
      await page
        .locator('main section')
        .nth(1)
        .evaluate((it) => window.scrollBy(0, it.getBoundingClientRect().top - 76))
    },
  },
  {
    name: 'labels',
    path: '/batch/124/labels',
    async prepare(page, api) {
      await api.labels.savePrinter({ requestId: newId(), name: 'By the stove', address: '127.0.0.1', port: 59_100 })
      await page.getByRole('combobox', { name: 'Printer' }).waitFor()
    },
  },
  { name: 'design', path: '/designs/new?starter=full-qr' },
]
