import { appendFileSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import type { Language } from '../../shared/words/say.ts'
import { newId } from '../support/kitchen.ts'
import { findings, ofColours, ofSizes, settle } from './axe.ts'
import { cutOff, sideways, stickingOut } from './fitting.ts'
import { expect, test } from './fixtures.ts'
import { leftInEnglish } from './leftInEnglish.ts'
import { type Look, looks, nameOf, wear, zoomed } from './looks.ts'
import { overfill } from './overfull.ts'
import { screens } from './screens.ts'
import { hangingOut, hiddenFocus, moving, overlapping } from './spilling.ts'

/*
 * Every screen in every look: theme, contrast, sizes, window, zoom; in each language, empty, usual and overfull.
 * `npm run walk` asks axe as well, takes a picture of each in test-results/walk and writes what it finds beside them;
 * `npm test` shows each screen in one look of a kitchen, and leaves axe to screens.spec.ts.
 */
const whole = process.env['TRACEBERRY_WALK'] === 'whole'
const pictures = path.resolve(import.meta.dirname, '../../test-results/walk')

interface Walk {
  readonly state: 'empty' | 'usual' | 'overfull'
  readonly language: Language
  /** Which of how many parts of the screens. */
  readonly part?: readonly [number, number]
  readonly zoom?: true
  /** In which looks the screen of that place in the list is shown. */
  readonly looksOf: (at: number) => readonly Look[]
}

/** Seven is prime to the number of looks: neighbours differ in all of it. */
const another = (at: number): readonly Look[] => [looks[(at * 7) % looks.length]].filter((look) => look !== undefined)
/** Of each window one, and over four screens every look. */
const some = (at: number): readonly Look[] => looks.filter((_, index) => (index + Math.floor(index / 4) + at) % 4 === 0)

const short: readonly Walk[] = [
  { state: 'empty', language: 'es', looksOf: another },
  { state: 'usual', language: 'en', looksOf: another },
  { state: 'usual', language: 'es', looksOf: another },
  { state: 'overfull', language: 'en', looksOf: another },
]

/** The usual kitchen in English in every look, the others in each fourth, which differs from screen to screen. */
const long: readonly Walk[] = [
  { state: 'overfull', language: 'en', looksOf: some },
  { state: 'overfull', language: 'es', looksOf: some },
  { state: 'usual', language: 'es', looksOf: some },
  ...[0, 1, 2].map((at): Walk => ({ state: 'usual', language: 'en', part: [at, 3], looksOf: () => looks })),
  { state: 'empty', language: 'en', looksOf: some },
  { state: 'empty', language: 'es', looksOf: some },
  { state: 'usual', language: 'en', zoom: true, looksOf: () => zoomed },
  { state: 'overfull', language: 'es', zoom: true, looksOf: () => zoomed },
]

for (const [number, walk] of (whole ? long : short).entries())
  test.describe(`walk ${number + 1}: ${walk.state}, in ${walk.language}${walk.zoom ? ', at 200 %' : ''}`, () => {
    test.use({ demo: walk.state !== 'empty', deviceScaleFactor: walk.zoom ? 2 : 1 })

    test('every screen fits, and cuts off no word', async ({ page, kitchen, complaints }) => {
      test.setTimeout(whole ? 7_200_000 : 600_000)
      if (walk.state === 'overfull') await overfill(kitchen.api)
      await kitchen.api.kitchen.speak({ requestId: newId(), language: walk.language })
      const [part, parts] = walk.part ?? [0, 1]
      for (const [at, [name, place]] of screens.entries())
        if (at % parts === part)
          await test.step(name, async () => {
            await open(page, kitchen.origin, place)
            await visit(page, walk, place, walk.looksOf(at))
            hold(`${place} ${walk.state}-${walk.language}`, { console: complaints.splice(0) })
          })
    })
  })

/** Loads the app anew on that screen: nothing of the one before is left to be looked at. */
async function open(page: Page, origin: string, place: string): Promise<void> {
  const [hash, question] = place.split('?')
  await page.evaluate(
    (address) => history.replaceState(null, '', address),
    `${origin}/${question === undefined ? '' : `?${question}`}#${hash}`,
  )
  await page.reload()
  await expect(page.locator('main h1, main h2').first()).toBeVisible({ timeout: 60_000 })
}

async function visit(page: Page, walk: Walk, place: string, its: readonly Look[]): Promise<void> {
  const which = `${walk.state}-${walk.language}${walk.zoom ? '-zoom' : ''}`
  const asked = new Set<string>()
  for (const look of its) {
    await wear(page, look)
    await settle(page)
    hold(`${place} ${nameOf(look)} ${which}`, {
      sideways: (await sideways(page)) === 0 ? [] : ['scrolls sideways'],
      sticksOut: await stickingOut(page),
      cutOff: await cutOff(page),
      hangingOut: await hangingOut(page),
      overlapping: await overlapping(page),
      english: walk.language === 'es' ? await leftInEnglish(page) : [],
      axe: whole ? await askAxe(page, look, asked) : [],
    })
    if (whole) await picture(page, look, place, which)
  }
  if (!whole) return
  hold(`${place} ${which}`, {
    moving: await moving(page),
    hiddenFocus: walk.zoom ? await hiddenFocus(page) : [],
  })
}

/**
 * All of axe’s rules once; and in looks that have every theme and contrast, and every window, once for each sizes, the
 * rules to which those make a difference.
 */
async function askAxe(page: Page, look: Look, asked: Set<string>): Promise<string[]> {
  const { theme, contrast, room, window } = look
  const colours = `${theme} ${contrast} ${room}`
  const sizes = `${window[0]} ${room}`
  if (asked.has(colours) || asked.has(sizes)) return []
  const all = asked.size === 0
  for (const it of [colours, sizes]) asked.add(it)
  return await findings(page, all ? undefined : [...ofColours, ...ofSizes])
}

async function picture(page: Page, look: Look, place: string, which: string): Promise<void> {
  const name = `${place.replaceAll(/[^a-z0-9]+/gi, '_')}-${nameOf(look)}.jpg`
  // What is below the window's edge is seen in one of the windows.
  const fullPage = look.window[0] === 1366
  await page.screenshot({ path: path.join(pictures, which, name), type: 'jpeg', quality: 85, fullPage })
}

/** Fails the test for everything that was found, when it has walked to its end, and writes it down at once. */
function hold(where: string, found: Readonly<Record<string, readonly string[]>>): void {
  for (const [what, all] of Object.entries(found)) {
    expect.soft(all, `${where}: ${what}`).toEqual([])
    if (!whole || all.length === 0) continue
    mkdirSync(pictures, { recursive: true })
    appendFileSync(path.join(pictures, 'findings.txt'), all.map((one) => `${where}\t${what}\t${one}\n`).join(''))
  }
}
