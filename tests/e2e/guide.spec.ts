import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import { type Language, languages } from '../../shared/words/say.ts'
import { newId } from '../support/kitchen.ts'
import { expect, test } from './fixtures.ts'

const chapters = (page: Page) => page.locator('main ol > li')

test('the guide opens from More, and with G from the keys', async ({ page, kitchen }) => {
  await kitchen.open('/settings')
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
  await page.keyboard.press('?')
  await expect(page.getByRole('heading', { level: 1, name: 'Keys' })).toBeVisible()
  await page.keyboard.press('g')
  await expect(page.getByRole('heading', { level: 1, name: 'Guide' })).toBeVisible()
  await page.keyboard.press('F7')
  await page.getByRole('link', { name: /^Guide/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Guide' })).toBeVisible()
  await expect(page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: /^More/ })).toHaveAttribute(
    'aria-current',
    'page',
  )
})

for (const language of languages)
  test(`every picture is there, and every chapter leads to its screen: ${language}`, async ({ page, kitchen }) => {
    test.setTimeout(180_000)
    await openGuide(page, kitchen, language)
    const pictures = page.locator('main img')
    await expect(pictures).toHaveCount(9)
    for (const picture of await pictures.all()) {
      await expect
        .poll(async () => await picture.evaluate((it: HTMLImageElement) => it.naturalWidth))
        .toBeGreaterThan(0)
      await expect(picture).toHaveAttribute('alt', /.{20}/)
      // Not larger than it was taken: two pixels are its frame.
      const larger = await picture.evaluate((it: HTMLImageElement) => it.clientWidth - it.naturalWidth)
      expect(larger).toBeLessThanOrEqual(2)
    }
    const links = chapters(page).getByRole('link')
    await expect(links).toHaveCount(9)
    const targets = await links.evaluateAll((all) => all.map((it) => it.getAttribute('href') ?? ''))
    for (const target of targets) {
      await openGuide(page, kitchen, language)
      await page.locator(`main ol a[href="${target}"]`).click()
      await expect(page).toHaveURL((url) => url.hash === target)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(page.getByText(/^(?:There is no such screen|No existe esa pantalla)$/)).toHaveCount(0)
    }
  })

test('on paper no chapter is cut in two, and no picture is left out', async ({ page, kitchen }) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'traceberry-guide-'))
  for (const [language, format] of [
    ['en', 'Letter'],
    ['es', 'Letter'],
    ['es', 'A4'],
  ] as const) {
    await openGuide(page, kitchen, language)
    const titles = await chapters(page).getByRole('heading').allInnerTexts()
    const pdf = path.join(folder, `${language}-${format}.pdf`)
    await writeFile(pdf, await page.pdf({ format }))
    // A form feed after each page.
    const { stdout } = await promisify(execFile)('pdftotext', ['-layout', pdf, '-'])
    const pages = stdout.split('\f').slice(0, -1)
    expect(pages.length, `${language}, ${format}`).toBe(3)
    const { stdout: listed } = await promisify(execFile)('pdfimages', ['-list', pdf])
    const onPages = listed.split('\n').flatMap((line) => /^ *(\d+) +\d+ image/.exec(line)?.[1] ?? [])
    // A picture that was cut would be on two pages.
    expect(onPages, `${language}, ${format}`).toEqual(['1', '1', '1', '2', '2', '2', '3', '3', '3'])
    const words = (title: string) => title.replaceAll(/\s+/g, ' ').replace(/^\d+ /, '')
    for (const [at, title] of titles.entries())
      expect(pages[Math.floor(at / 3)]?.replaceAll(/\s+/g, ' '), title).toContain(words(title).split(' ')[0])
  }
  await rm(folder, { recursive: true })
})

test('all pictures together stay small', async () => {
  const folder = path.resolve(import.meta.dirname, '../../renderer/public/guide')
  const files = await readdir(folder)
  const sizes = await Promise.all(files.map(async (name) => (await stat(path.join(folder, name))).size))
  expect(files).toHaveLength(9 * languages.length)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(600 * 1024)
})

async function openGuide(
  page: Page,
  kitchen: {
    readonly api: { readonly kitchen: { speak(input: object): Promise<unknown> } }
    open(at: string): Promise<void>
  },
  language: Language,
): Promise<void> {
  await kitchen.api.kitchen.speak({ requestId: newId(), language })
  await page.goto('about:blank')
  await kitchen.open('/guide')
  await expect(page.getByRole('heading', { level: 1, name: language === 'es' ? 'Guía' : 'Guide' })).toBeVisible()
  await expect(page.locator('main img').last()).toHaveJSProperty('complete', true)
}
