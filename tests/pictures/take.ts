import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { chromium, type Locator, type Page } from 'playwright'
import { type Language, languages } from '../../shared/words/say.ts'
import { chromiumOptions } from '../support/chromium.ts'
import { newId } from '../support/kitchen.ts'
import { type DemoKitchen, NOW, openDemoKitchen } from './demoKitchen.ts'
import { guideScenes } from './guideScenes.ts'
import { readmeScenes } from './readmeScenes.ts'
import { smallPicture } from './smallPicture.ts'

/*
 * Takes the pictures of README.md and of the guide from the demo kitchen: `npm run pictures`, after `npm run build`.
 */
const guideFolder = path.resolve(import.meta.dirname, '../../renderer/public/guide')
/** Of a picture of the guide for each of the screen’s, as renderer/features/guide/Guide.tsx shows it. */
const DOTS = 1.5
/** What is left around the things in a picture of the guide. */
const MARGIN = 6

const browser = await chromium.launch(chromiumOptions())
await mkdir(guideFolder, { recursive: true })
for (const language of languages) {
  // A kitchen each, for the guide goes on with its day.
  const kitchen = await openDemoKitchen()
  if (language === 'en') await takeReadme(kitchen)
  await kitchen.api.kitchen.speak({ requestId: newId(), language })
  await takeGuide(kitchen, language)
  await kitchen.close()
}
await browser.close()

async function takeReadme(kitchen: DemoKitchen): Promise<void> {
  const page = await windowOn(kitchen, 1)
  await page.setViewportSize({ width: 1366, height: 768 })
  for (const { name, path: place, prepare } of readmeScenes) {
    await open(page, kitchen, place)
    await prepare?.(page, kitchen.api)
    await settle(page)
    await page.screenshot({ path: path.join(import.meta.dirname, `${name}.png`) })
  }
  await page.close()
}

async function takeGuide(kitchen: DemoKitchen, language: Language): Promise<void> {
  const page = await windowOn(kitchen, DOTS)
  const painter = await browser.newPage()
  for (const { name, path: place, width = 1004, before, prepare, from, to } of guideScenes) {
    await before?.(kitchen.api)
    // As high as everything that is shown: nothing scrolls.
    await page.setViewportSize({ width, height: 1600 })
    await open(page, kitchen, place)
    await prepare?.(page)
    await settle(page)
    const png = await page.screenshot({ clip: await around(from(page), to(page)) })
    await writeFile(path.join(guideFolder, `${name}-${language}.webp`), await smallPicture(painter, png))
  }
  await page.close()
  await painter.close()
}

/** A window that has been let in, on the kitchen’s clock. @param dots of the picture for each of the screen’s */
async function windowOn(kitchen: DemoKitchen, dots: number): Promise<Page> {
  const page = await browser.newPage({
    deviceScaleFactor: dots,
    locale: 'en-US',
    timezoneId: 'America/New_York',
    colorScheme: 'light',
    reducedMotion: 'reduce',
  })
  await page.clock.setFixedTime(NOW)
  await page.goto(kitchen.openingUrl())
  return page
}

/** The part of the window from one thing to another. @throws Error where one of them is not on the screen */
async function around(from: Locator, to: Locator): Promise<Record<'x' | 'y' | 'width' | 'height', number>> {
  const [first, last] = [await from.boundingBox(), await to.boundingBox()]
  if (!first || !last) throw new Error('there is nothing to take a picture of')
  return {
    x: first.x - MARGIN,
    y: first.y - MARGIN,
    width: Math.max(first.width, last.x + last.width - first.x) + 2 * MARGIN,
    height: last.y + last.height - first.y + 2 * MARGIN,
  }
}

/** Opens a screen anew, also where only what follows its address differs. */
async function open(page: Page, { origin }: DemoKitchen, screen: string): Promise<void> {
  const [place, question] = screen.split('?')
  await page.goto('about:blank')
  await page.goto(`${origin}/${question === undefined ? '' : `?${question}`}#${place}`)
  await page.getByRole('heading').first().waitFor()
  await settle(page)
}

/** Waits until everything is there and at rest. */
async function settle(page: Page): Promise<void> {
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' })
  await page.evaluate(async () => await document.fonts.ready)
  await page.waitForTimeout(400)
}
