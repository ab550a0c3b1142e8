import type { Page } from '@playwright/test'

/** How far the page can be scrolled to the side. */
export async function sideways(page: Page): Promise<number> {
  return await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

/** Fields and buttons that reach beyond the card they are in, where nothing lets them be scrolled to. */
export async function stickingOut(page: Page): Promise<string[]> {
  return await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main :is(input, select, textarea, button)')]
      .filter((it) => it.offsetParent !== null && !it.closest('[aria-hidden=true]'))
      .filter((it) => {
        const card = it.closest('section')
        for (let at = it.parentElement; at && at !== card; at = at.parentElement)
          if (getComputedStyle(at).overflowX !== 'visible') return false
        return card !== null && it.getBoundingClientRect().right > card.getBoundingClientRect().right
      })
      .map((it) => it.outerHTML.slice(0, 160)),
  )
}

/** Fields that show a part of what is in them, where no tooltip says the rest. Other words: see `hangingOut`. */
export async function cutOff(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const typed = 'input:not([type=checkbox], [type=radio], [type=range], [type=file], [type=date], [type=time])'
    return [...document.querySelectorAll<HTMLInputElement>(typed)]
      .filter((it) => it.offsetParent !== null && it.clientWidth > 4 && !it.title)
      .filter((it) => it.scrollWidth > it.clientWidth + 1)
      .map((it) => `${it.getAttribute('aria-label') ?? it.name} “${it.value}”`)
  })
}

/** Rows of three buttons or more of which only the last one fell onto a line of its own. */
export async function orphans(page: Page): Promise<string[]> {
  return await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')].flatMap((row) => {
      const buttons = [...row.children].filter(
        (it): it is HTMLElement =>
          it instanceof HTMLElement && it.matches('.mantine-Button-root') && it.offsetParent !== null,
      )
      if (buttons.length < 3) return []
      const middles = buttons.map((it) => it.offsetTop + it.offsetHeight / 2)
      const last = middles.at(-1) ?? 0
      const isAlone = middles.slice(0, -1).every((middle) => Math.abs(middle - last) > 20)
      const isColumn = buttons.every((it) => it.offsetLeft === buttons[0]?.offsetLeft)
      return isAlone && !isColumn ? [buttons.map((it) => it.innerText.trim()).join(' | ')] : []
    }),
  )
}
