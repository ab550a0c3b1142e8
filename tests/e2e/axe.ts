import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from './fixtures.ts'

/** What of axe's rules can differ between light and dark. */
export const ofColours = ['color-contrast', 'link-in-text-block']

/** What of them can differ between two windows. */
export const ofSizes = ['target-size', 'scrollable-region-focusable']

type Finding = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number]

/** No finding of axe, in light and in dark. A finding fails the test, which goes on to find the others. */
export async function expectReadable(page: Page): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await settle(page)
    expect.soft(await findings(page, colorScheme === 'dark' ? ofColours : undefined), colorScheme).toEqual([])
  }
}

/** What axe finds, in words. */
export async function findings(page: Page, rules?: string[]): Promise<string[]> {
  const violations = await violationsOf(page, rules)
  return violations.map(({ id, nodes }) => {
    const places = nodes.map(({ html, any }) => `${html.slice(0, 300)} ${any[0]?.message ?? ''}`)
    return `${id}: ${places.join(' | ')}`
  })
}

/**
 * What axe finds, of all its rules or of some; also targets under 24 px (WCAG 2.2 AA), which it leaves out by itself. It
 * runs in the page itself, and not half in a blank one that is opened for it: that way frames of other origins would be
 * read too, and no page has any. What it does not find is not described.
 */
export async function violationsOf(page: Page, rules?: string[]): Promise<Finding[]> {
  // Half a megabyte, which a page that has it need not read again; a frame in it may not have it.
  const there = page.frames().length === 1 && (await page.evaluate(() => 'axe' in window))
  const axe = new AxeBuilder({ page, ...(there ? { axeSource: 'void 0' } : {}) })
    .setLegacyMode()
    .options({ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })
  await loosen(page)
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze()
  await fasten(page)
  return violations
}

/** Lets bars that stay while a page scrolls go with it: what is half behind one is no small target. */
async function loosen(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const it of document.querySelectorAll<HTMLElement>('body *'))
      if (getComputedStyle(it).position === 'sticky') {
        it.dataset['loose'] = it.style.cssText
        it.style.cssText += ';position: relative; inset: auto'
      }
  })
}

async function fasten(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const it of document.querySelectorAll<HTMLElement>('[data-loose]')) {
      it.style.cssText = it.dataset['loose'] ?? ''
      delete it.dataset['loose']
    }
  })
}

/** Waits until nothing is loading, moving or changing its colours: half-way between two, contrast is nobody's choice. */
export async function settle(page: Page): Promise<void> {
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
  await page.waitForFunction(() => {
    const scheme = document.documentElement.dataset['mantineColorScheme']
    return scheme === undefined || (scheme === 'dark') === matchMedia('(prefers-color-scheme: dark)').matches
  })
  await page.evaluate(async () => {
    await document.fonts.ready
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(ending.map(async ({ finished }) => await finished))
  })
}
