import type { Page } from '@playwright/test'
import { expectReadable, settle } from './axe.ts'
import { expect, test } from './fixtures.ts'

const screens = [
  ['Today', '/'],
  ['Make', '/make'],
  ['a batch being recorded', '/make/1'],
  ['plans', '/plans'],
  ['a new plan', '/plans?new'],
  ['the shopping list', '/plans/shopping'],
  ['blank sheets', '/sheets?product=1'],
  ['a batch', '/batch/1'],
  ['labels', '/batch/2/labels'],
  ['Pantry', '/pantry'],
  ['a shopping trip', '/pantry/receive'],
  ['a lot', '/lot/8'],
  ['an ingredient', '/ingredient/2'],
  ['the opening stock', '/pantry/opening'],
  ['a count of the stock', '/pantry/count'],
  ['Send out', '/send'],
  ['Trace', '/trace'],
  ['the trace of a jar', '/trace/batch/1/17'],
  ['the trace of a lot', '/trace/lot/8'],
  ['the trace of a supplier', '/trace/supplier/1'],
  ['the graph of a jar', '/trace/batch/1/17?view=graph'],
  ['the graph of a supplier', '/trace/supplier/1?view=graph'],
  ['Recall', '/recall'],
  ['recalls', '/recalls'],
  ['drills', '/drills'],
  ['More', '/more'],
  ['products', '/products'],
  ['a new product', '/products/new'],
  ['a product', '/products/1'],
  ['complaints', '/complaints'],
  ['batches beside each other', '/compare'],
  ['yields and costs', '/quality'],
  ['import', '/import'],
  ['printers', '/printers'],
  ['designs of labels', '/designs'],
  ['a new label', '/designs/new'],
  ['command cards', '/cards/commands'],
  ['a bag label', '/cards/bag/1'],
  ['suppliers and places', '/directory'],
  ['a place', '/place/2'],
  ['rules and sales', '/rules'],
  ['reports', '/records'],
  ['data and backup', '/data'],
  ['equipment and cleaning', '/equipment'],
  ['people', '/people'],
  ['the way into inspector mode', '/inspector'],
  ['missing facts', '/missing'],
  ['history', '/history'],
  ['settings', '/settings'],
  ['keys', '/keys'],
  ['about Traceberry', '/about'],
  ['a screen that is not there', '/nowhere'],
] as const

for (const demo of [true, false])
  test.describe(demo ? 'in the demo kitchen' : 'in an empty kitchen', () => {
    test.use({ demo })

    test('every screen can be read by everyone and fits', async ({ page, kitchen }) => {
      test.setTimeout(900_000)
      for (const [name, path] of screens)
        await test.step(name, async () => {
          await kitchen.open(path)
          await expect(page.locator('main h1, main h2').first()).toBeVisible()
          await expectReadable(page)
          expect.soft(await sideways(page), `${name} scrolls sideways`).toBe(0)
        })
    })
  })

test('nothing scrolls sideways on a small or a large window', async ({ page, kitchen }) => {
  for (const [width, height] of [
    [1024, 600],
    [1920, 1080],
  ] as const) {
    await page.setViewportSize({ width, height })
    for (const [name, path] of screens) {
      await kitchen.open(path)
      await settle(page)
      expect(await sideways(page), `${name} at ${width}`).toBe(0)
      expect(await stickingOut(page), `${name} at ${width}`).toEqual([])
    }
  }
})

test('the batch page needs no scrolling at 1366×768', async ({ page, kitchen }) => {
  await kitchen.open('/make/1')
  await settle(page)
  await expect(page.getByRole('button', { name: 'Save the batch' })).toBeInViewport({ ratio: 1 })
})

/** How far the page can be scrolled to the side. */
async function sideways(page: Page): Promise<number> {
  return await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

/** Fields and buttons that reach beyond the card they are in, where nothing lets them be scrolled to. */
async function stickingOut(page: Page): Promise<string[]> {
  return await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main :is(input, select, textarea, button)')]
      .filter((it) => it.offsetParent !== null && !it.closest('[aria-hidden=true]'))
      .filter((it) => {
        const card = it.closest('section')
        for (let at = it.parentElement; at && at !== card; at = at.parentElement)
          if (getComputedStyle(at).overflowX !== 'visible') return false
        return card !== null && it.getBoundingClientRect().right > card.getBoundingClientRect().right
      })
      .map((it) => it.outerHTML.slice(0, 160)),
  )
}
