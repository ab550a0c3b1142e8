import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { spanish } from '../../shared/words/es.ts'
import { type Language, languages } from '../../shared/words/say.ts'
import { newId } from '../support/kitchen.ts'
import { settle } from './axe.ts'
import { cutOff, sideways, stickingOut } from './fitting.ts'
import { expect, test } from './fixtures.ts'
import { overfill } from './overfull.ts'
import { screens } from './screens.ts'

/*
 * Every screen in every look: theme, contrast, sizes, window; in each language, empty, usual and overfull. `npm run walk`
 * asks axe as well and takes a picture of each in test-results/walk; `npm test` shows each screen in one look of a
 * kitchen, and leaves axe to screens.spec.ts.
 */
const whole = process.env['TRACEBERRY_WALK'] === 'whole'
const pictures = path.resolve(import.meta.dirname, '../../test-results/walk')

const themes = ['light', 'dark'] as const
const contrasts = ['auto', 'more'] as const
const rooms = ['kitchen', 'office'] as const
const windows = [
  [1024, 600],
  [1366, 768],
  [1920, 1080],
  [2560, 1440],
] as const

interface Look {
  readonly theme: (typeof themes)[number]
  readonly contrast: (typeof contrasts)[number]
  readonly room: (typeof rooms)[number]
  readonly window: (typeof windows)[number]
}

const looks: readonly Look[] = themes.flatMap((theme) =>
  contrasts.flatMap((contrast) =>
    rooms.flatMap((room) => windows.map((window) => ({ theme, contrast, room, window }))),
  ),
)

type State = 'empty' | 'usual' | 'overfull'

interface Walk {
  readonly state: State
  readonly language: Language
  /** In which looks the screen of that place in the list is shown. */
  readonly looksOf: (at: number) => readonly Look[]
}

/** Seven is prime to the number of looks: neighbours differ in all of it. */
const another = (at: number): readonly Look[] => [looks[(at * 7) % looks.length]].filter((look) => look !== undefined)

const short: readonly Walk[] = [
  { state: 'empty', language: 'es', looksOf: another },
  { state: 'usual', language: 'en', looksOf: another },
  { state: 'usual', language: 'es', looksOf: another },
  { state: 'overfull', language: 'en', looksOf: another },
]

/** The usual kitchen in English in every look, the others in each fourth, which differs from screen to screen. */
const long: readonly Walk[] = (['empty', 'usual', 'overfull'] as const).flatMap((state) =>
  languages.flatMap((language) =>
    themes.map((theme): Walk => {
      const mine = looks.filter((look) => look.theme === theme)
      const all = state === 'usual' && language === 'en'
      return { state, language, looksOf: (at) => (all ? mine : mine.filter((_, index) => (index + at) % 4 === 0)) }
    }),
  ),
)

for (const [number, { state, language, looksOf }] of (whole ? long : short).entries())
  test.describe(`walk ${number + 1}: ${state}, in ${language}`, () => {
    test.use({ demo: state !== 'empty' })

    test('every screen fits, and cuts off no word', async ({ page, kitchen }) => {
      test.setTimeout(whole ? 7_200_000 : 600_000)
      if (state === 'overfull') await overfill(kitchen.api)
      await kitchen.api.kitchen.speak({ requestId: newId(), language })
      for (const [at, [name, place]] of screens.entries())
        for (const look of looksOf(at))
          await test.step(`${name}, ${nameOf(look)}`, async () =>
            await visit(page, kitchen, place, look, `${state}-${language}`))
    })
  })

async function visit(
  page: Page,
  kitchen: { readonly open: (place: string) => Promise<void> },
  place: string,
  look: Look,
  which: string,
): Promise<void> {
  await page.setViewportSize({ width: look.window[0], height: look.window[1] })
  await page.emulateMedia({ colorScheme: look.theme, reducedMotion: 'reduce' })
  await page.evaluate(({ contrast, room }) => {
    localStorage.setItem('traceberry contrast', JSON.stringify(contrast))
    localStorage.setItem('traceberry room', JSON.stringify(room))
  }, look)
  await kitchen.open(place)
  await page.reload()
  await expect(page.locator('main h1, main h2').first()).toBeVisible()
  await settle(page)
  const told = `${place} ${nameOf(look)} ${which}`
  expect.soft(await sideways(page), `${told}: scrolls sideways`).toBe(0)
  expect.soft(await stickingOut(page), `${told}: sticks out`).toEqual([])
  expect.soft(await cutOff(page), `${told}: cut off`).toEqual([])
  if (which.endsWith('es')) expect.soft(await leftInEnglish(page), `${told}: in English`).toEqual([])
  if (!whole) return
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect
    .soft(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`),
      told,
    )
    .toEqual([])
  mkdirSync(path.join(pictures, which), { recursive: true })
  await page.screenshot({
    path: path.join(pictures, which, `${place.replaceAll(/[^a-z0-9]+/gi, '_')}-${nameOf(look)}.png`),
  })
}

function nameOf({ theme, contrast, room, window }: Look): string {
  return `${theme}${contrast === 'more' ? '-contrast' : ''}-${room}-${window.join('x')}`
}

/** Names of things in the story’s kitchen which are examples in fields as well. */
const examples = ['Strawberry jam', 'Saturday farmers market', 'Online orders']

/** Sentences that stand on the screen in English though the catalogue has them in Spanish. */
async function leftInEnglish(page: Page): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const found: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) found.push(walker.currentNode.textContent?.trim() ?? '')
    for (const it of document.querySelectorAll('[aria-label], [title], [placeholder]'))
      found.push(...['aria-label', 'title', 'placeholder'].map((name) => it.getAttribute(name) ?? ''))
    return found
  })
  return [...new Set(texts)].filter(
    (text) => text.includes(' ') && !examples.includes(text) && (spanish.texts[text] ?? text) !== text,
  )
}
