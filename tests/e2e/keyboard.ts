import { expect, type Page } from '@playwright/test'
import { realKeys } from './realKeys.ts'

/** A person who uses only the keyboard: reaches things with Tab, and what has the focus is what is typed into. */
export interface Typist {
  /** Presses Tab until something of that name has the focus. @throws when a hundred Tabs do not reach it */
  to(name: string | RegExp): Promise<void>
  /** Goes there and types, replacing what is there. */
  fill(name: string | RegExp, text: string): Promise<void>
  /** Goes to a day field and types the day as an American keyboard does. */
  fillDay(name: string | RegExp, day: string): Promise<void>
  /** Goes to a list and types the beginning of the wanted choice. */
  choose(name: string | RegExp, beginning: string): Promise<void>
  press(keys: string): Promise<void>
  /** Goes there and presses Enter. */
  activate(name: string | RegExp): Promise<void>
}

/** How long what is looked for may take to appear, on a slow machine. */
const PATIENCE_MS = 15_000

export function typist(page: Page): Typist {
  async function to(name: string | RegExp): Promise<void> {
    const until = Date.now() + PATIENCE_MS
    for (let pressed = 0; pressed < 100 || Date.now() < until; pressed += 1) {
      if (matches(await focusedName(page), name)) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`a hundred Tabs do not reach ${String(name)}`)
  }

  return {
    to,
    async fill(name, text) {
      await to(name)
      await page.keyboard.press('Control+A')
      if (text === '') await page.keyboard.press('Delete')
      else await page.keyboard.type(text)
    },
    async fillDay(name, day) {
      await to(name)
      const [year = '', month = '', date = ''] = day.split('-')
      await page.keyboard.type(`${month}${date}${year}`)
    },
    async choose(name, beginning) {
      await to(name)
      // A person types once what is wanted is in the list.
      await expect(page.locator(':focus option').filter({ hasText: beginning }).first()).toBeAttached()
      await page.keyboard.type(beginning)
      await expect(page.locator(':focus')).toHaveJSProperty('tagName', 'SELECT')
      expect(
        await page
          .locator(':focus')
          .evaluate((list) => (list instanceof HTMLSelectElement ? list.selectedOptions[0]?.label : '')),
      ).toContain(beginning)
    },
    press: async (keys) => await page.keyboard.press(keys),
    async activate(name) {
      await to(name)
      await page.keyboard.press('Enter')
    },
  }
}

function matches(focused: string, name: string | RegExp): boolean {
  return typeof name === 'string' ? focused === name : name.test(focused)
}

/** The accessible name of what has the focus, as far as labels, aria-label and text give it. */
async function focusedName(page: Page): Promise<string> {
  return await page.evaluate(() => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement) || element === document.body) return ''
    const labels = 'labels' in element && element.labels instanceof NodeList ? [...element.labels] : []
    const label = element.getAttribute('aria-label') ?? labels.map((each) => each.textContent).join(' ')
    return (label || element.textContent).replace(/\*/g, '').trim()
  })
}

/** A person whose every key press is counted, by the test and not by the app: a chord counts 2, a scan 1. */
export interface CountingTypist {
  /** Key presses so far. */
  readonly presses: () => number
  /** One key, or a chord such as `Control+Enter`. */
  press(keys: string): Promise<void>
  /** Every character is a press, a capital letter two. */
  type(text: string): Promise<void>
  /** What a wedge scanner sends, its Enter too. */
  scan(code: string): Promise<void>
}

const PERSON_MS = 140
const SCANNER_MS = 4

export async function countingTypist(page: Page): Promise<CountingTypist> {
  const keys = await realKeys(page)
  let presses = 0
  return {
    presses: () => presses,
    async press(chord) {
      presses += chord.split('+').length
      await keys.press(chord, PERSON_MS)
    },
    async type(text) {
      presses += text.length + (text.match(/[A-Z]/g)?.length ?? 0)
      await keys.type(text, PERSON_MS)
    },
    async scan(code) {
      presses += 1
      await keys.type(`${code}\n`, SCANNER_MS)
    },
  }
}
