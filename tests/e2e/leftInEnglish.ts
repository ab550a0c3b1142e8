import type { Page } from '@playwright/test'
import { spanish } from '../../shared/words/es.ts'

/** Names of things in the story’s kitchen which are examples in fields as well. */
const examples = ['Strawberry jam', 'Saturday farmers market', 'Online orders']

/** Sentences that stand on the screen in English though the catalogue has them in Spanish. */
export async function leftInEnglish(page: Page): Promise<string[]> {
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
