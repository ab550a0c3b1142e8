import type { Page } from '@playwright/test'

/** Holds what the page asks of one operation from now on, until it shall be answered. */
export async function holdAnswers(page: Page, operation: string): Promise<{ answer(): Promise<void> }> {
  const held = Promise.withResolvers<undefined>()
  await page.route(`**/api/${operation}`, async (route) => {
    await held.promise
    await route.continue()
  })
  return {
    async answer() {
      held.resolve(undefined)
      await page.unrouteAll({ behavior: 'wait' })
    },
  }
}
