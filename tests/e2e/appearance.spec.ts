import type { Page } from '@playwright/test'
import { settle, violationsOf } from './axe.ts'
import { expect, test } from './fixtures.ts'

const screens = ['/', '/make/1', '/trace/batch/1/17']

test('Office fits more, Kitchen is read at a metre, and the choice stays', async ({ page, kitchen }) => {
  test.setTimeout(240_000)
  const heights: Record<string, number> = {}
  for (const [room, target, number] of [
    ['Office', 32, 32],
    ['Kitchen', 44, 48],
  ] as const) {
    await kitchen.open('/settings')
    await page.getByRole('radiogroup', { name: 'Sizes' }).getByText(room, { exact: true }).click()
    for (const screen of screens) {
      await kitchen.open(screen)
      await settle(page)
      expect.soft(await smallerThan(page, target), `${room} ${screen}`).toEqual([])
      expect.soft(await smallestType(page), `${room} ${screen}`).toBeGreaterThanOrEqual(room === 'Office' ? 12 : 13)
    }
    const lotNumber = page.getByRole('heading', { level: 1, name: 'SJ-20260304-A-017' })
    expect(await lotNumber.evaluate((it) => Number.parseFloat(getComputedStyle(it).fontSize))).toBe(number)
    heights[room] = (await page.getByRole('treeitem').first().boundingBox())?.height ?? 0
  }
  expect(heights['Office']).toBeLessThan(0.8 * (heights['Kitchen'] ?? 0))
})

test('in high contrast every word has 7:1, in light and in dark, and states have an edge', async ({
  page,
  kitchen,
}) => {
  test.setTimeout(240_000)
  await kitchen.open('/settings')
  await page.getByRole('radiogroup', { name: 'Contrast' }).getByText('High', { exact: true }).click()
  for (const colorScheme of ['light', 'dark'] as const)
    for (const screen of [...screens, '/settings']) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await kitchen.open(screen)
      await settle(page)
      const violations = await violationsOf(page, ['color-contrast-enhanced', 'color-contrast', 'link-in-text-block'])
      const findings = violations.flatMap(({ nodes }) => nodes.map((node) => `${node.html} ${node.failureSummary}`))
      expect.soft(findings, `${colorScheme} ${screen}`).toEqual([])
    }
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await kitchen.open('/batch/1/labels')
    const off = page.getByRole('button', { name: 'Print the labels' })
    await expect(off).toBeDisabled()
    const look = await off.evaluate((it) => {
      const { color, backgroundColor, borderTopStyle } = getComputedStyle(it)
      return { color, backgroundColor, borderTopStyle }
    })
    expect(look.borderTopStyle).toBe('dashed')
    expect(contrastOf(look.color, look.backgroundColor)).toBeGreaterThanOrEqual(3)
  }
  await kitchen.open('/')
  const state = page.getByText('Demo kitchen', { exact: true })
  expect(await edgeOf(state)).toBe(await state.evaluate((it) => getComputedStyle(it).color))
})

test('a computer that asks for more contrast, for its own colours or for less motion gets it', async ({
  page,
  kitchen,
}) => {
  await kitchen.open('/make/1')
  const root = page.locator(':root')
  await expect(root).toHaveAttribute('data-contrast', 'usual')
  await page.emulateMedia({ contrast: 'more' })
  await expect(root).toHaveAttribute('data-contrast', 'more')
  await page.emulateMedia({ contrast: null, forcedColors: 'active', reducedMotion: 'reduce' })
  await expect(root).toHaveAttribute('data-contrast', 'usual')

  const made = page.getByLabel('Made', { exact: true })
  await made.focus()
  expect(await made.evaluate((it) => getComputedStyle(it).outlineStyle)).toBe('solid')
  expect(await edgeOf(page.getByText('Demo kitchen', { exact: true }))).toBe('rgb(0, 0, 0)')
  const here = page.getByRole('link', { name: 'Make', exact: true })
  const other = page.getByRole('link', { name: 'Pantry', exact: true })
  expect(await backOf(here)).not.toBe(await backOf(other))

  await kitchen.open('/trace/batch/1/17')
  await settle(page)
  // A transition however short is one too: colours would change level by level.
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap((it) => {
      const { transitionProperty, transitionDuration, animationDuration } = getComputedStyle(it)
      const turning = animationDuration.split(', ').filter((time) => Number.parseFloat(time) > 0.001)
      return [...(transitionProperty === 'none' ? [] : [transitionDuration]), ...turning]
    }),
  )
  expect(moving).toEqual([])
})

/** Of two colours as `rgb(…)`, as WCAG measures it. */
function contrastOf(one: string, other: string): number {
  const [light = 0, dark = 0] = [one, other].map(lightnessOf).toSorted((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

function lightnessOf(colour: string): number {
  const parts =
    colour
      .match(/[\d.]+/g)
      ?.slice(0, 3)
      .map(Number) ?? []
  const [red = 0, green = 0, blue = 0] = parts
    .map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Buttons and fields that are lower than they should be. Ticks are as large as their words. */
async function smallerThan(page: Page, px: number): Promise<string[]> {
  return await page.evaluate((least) => {
    const targets =
      'button, select, textarea:not([aria-hidden]), input:not([type=checkbox], [type=radio]), a.mantine-Button-root'
    return [...document.querySelectorAll<HTMLElement>(targets)]
      .filter((it) => it.offsetParent !== null && !it.classList.contains('tb-skip') && it.offsetHeight < least)
      .map((it) => `${it.offsetHeight} px: ${it.outerHTML.slice(0, 120)}`)
  }, px)
}

/** The smallest type of all that is written, in CSS pixels; keys on their caps are drawings. */
async function smallestType(page: Page): Promise<number> {
  return await page.evaluate(() => {
    const written = [...document.querySelectorAll('body *:not(kbd, script, style, option)')].filter((it) =>
      [...it.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()),
    )
    return Math.min(...written.map((it) => Number.parseFloat(getComputedStyle(it).fontSize)))
  })
}

async function edgeOf(state: ReturnType<Page['getByText']>): Promise<string> {
  return await state.evaluate((it) => getComputedStyle(it).borderTopColor)
}

async function backOf(place: ReturnType<Page['getByText']>): Promise<string> {
  return await place.evaluate((it) => getComputedStyle(it).backgroundColor)
}
