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

/** Words that their place cuts off, where nothing says that there is more: no ellipsis, no tooltip, no scrolling. */
export async function cutOff(page: Page): Promise<string[]> {
  return await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((it) => it.offsetParent !== null && it.clientWidth > 4 && it.clientHeight > 4)
      .filter((it) => {
        const style = getComputedStyle(it)
        if (it.matches('input:not([type=checkbox], [type=radio], [type=range], [type=file], [type=date], [type=time])'))
          return it.scrollWidth > it.clientWidth + 1 && !it.title
        if (it.matches('select, textarea, svg *')) return false
        const words = [...it.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
        if (!words || !/hidden|clip/.test(style.overflowX + style.overflowY)) return false
        const cut = it.scrollWidth > it.clientWidth + 1 || it.scrollHeight > it.clientHeight + 2
        return cut && !(style.textOverflow === 'ellipsis' && it.closest('[title]'))
      })
      .map((it) => `${it.tagName} ${it.className} “${it instanceof HTMLInputElement ? it.value : it.innerText}”`),
  )
}
