import { expectReadable, settle } from './axe.ts'
import { orphans, sideways, stickingOut } from './fitting.ts'
import { expect, test } from './fixtures.ts'
import { screens } from './screens.ts'

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

test('nothing scrolls sideways or loses a button on a small or a large window', async ({ page, kitchen }) => {
  test.setTimeout(600_000)
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
      expect.soft(await orphans(page), `${name} at ${width}: a button alone on a line`).toEqual([])
    }
  }
})

test('the batch page needs no scrolling at 1366×768', async ({ page, kitchen }) => {
  await kitchen.open('/make/1')
  await settle(page)
  await expect(page.getByRole('button', { name: 'Save the batch' })).toBeInViewport({ ratio: 1 })
})
