import type { Page } from '@playwright/test'

/** Words that hang out of what holds them: of the window, a card, a cell, a button, or a box that cuts them off. */
export async function hangingOut(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const holders = 'section, article, td, th, button, .mantine-Button-root, li, fieldset, [role=option], nav, header'
    const styles = new Map<Element, CSSStyleDeclaration>()
    const styleOf = (it: Element) => {
      const style = styles.get(it) ?? getComputedStyle(it)
      styles.set(it, style)
      return style
    }
    const found: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    while (walker.nextNode()) {
      const node = walker.currentNode
      const parent = node.parentElement
      if (!node.textContent?.trim() || !parent?.checkVisibility() || parent.closest('svg, option, .tb-skip')) continue
      range.selectNodeContents(node)
      const { left, right, top, bottom, width } = range.getBoundingClientRect()
      if (width === 0) continue
      const words = `${node.textContent} (${Math.round(left)} to ${Math.round(right)}, ${Math.round(bottom)})`
      let at: HTMLElement | null = parent
      for (; at; at = at.parentElement) {
        const style = styleOf(at)
        const box = at.getBoundingClientRect()
        if (box.width <= 1 || /auto|scroll/.test(style.overflowX)) break
        const cuts = /hidden|clip/.test(style.overflowX + style.overflowY)
        const dots = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none'
        const beside = right > box.right + 1 || left < box.left - 1
        const under =
          (cuts || at.matches('button, .mantine-Button-root')) && (bottom > box.bottom + 3 || top < box.top - 3)
        if (
          (cuts || at.matches(holders)) &&
          style.display !== 'inline' &&
          (beside || under) &&
          !(dots && at.closest('[title]'))
        )
          found.push(
            `${words} out of ${at.tagName} ${at.className} (${Math.round(box.left)} to ${Math.round(box.right)}, ${Math.round(box.bottom)})`,
          )
        if (cuts || style.position === 'fixed') break
      }
      if (!at && (left < 0 || right > innerWidth)) found.push(`${words} out of the window`)
    }
    return found
  })
}

/** Words written over other words, and controls over other controls. Bars that stay while a page scrolls are not meant. */
export async function overlapping(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    interface Piece {
      readonly said: string
      readonly it: Element
      readonly box: DOMRect
      readonly control: boolean
    }
    const styles = new Map<Element, CSSStyleDeclaration>()
    const styleOf = (it: Element) => {
      const style = styles.get(it) ?? getComputedStyle(it)
      styles.set(it, style)
      return style
    }
    /** What is seen of a box within all that cuts it off; nothing of what floats over the page. */
    const seen = (it: Element, { left, top, right, bottom }: DOMRect, control: boolean): DOMRect | undefined => {
      const edge = { left, top, right, bottom }
      for (let at: Element | null = it; at; at = at.parentElement) {
        const style = styleOf(at)
        if (style.position === 'fixed' || style.position === 'sticky') return undefined
        if ((at === it && control) || style.overflowX === 'visible' || at === document.body) continue
        const box = at.getBoundingClientRect()
        edge.left = Math.max(edge.left, box.left)
        edge.right = Math.min(edge.right, box.right)
        edge.top = Math.max(edge.top, box.top)
        edge.bottom = Math.min(edge.bottom, box.bottom)
      }
      const size = [edge.right - edge.left, edge.bottom - edge.top] as const
      return size[0] > 2 && size[1] > 2 ? new DOMRect(edge.left, edge.top, ...size) : undefined
    }
    const pieces: Piece[] = []
    const add = (said: string, it: Element, boxes: Iterable<DOMRect>, control: boolean) => {
      for (const whole of boxes) {
        const box = seen(it, whole, control)
        if (box) pieces.push({ said, it, box, control })
      }
    }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    while (walker.nextNode()) {
      const { currentNode: node } = walker
      const parent = node.parentElement
      if (!node.textContent?.trim() || !parent?.checkVisibility({ opacityProperty: true })) continue
      if (parent.closest('option, .tb-skip, [aria-hidden=true]')) continue
      range.selectNodeContents(node)
      add(node.textContent.trim(), parent, range.getClientRects(), false)
    }
    const controls =
      'button, select, textarea, input:not([type=checkbox], [type=radio], [type=file]), .mantine-Button-root'
    for (const it of document.querySelectorAll(controls))
      if (it.checkVisibility({ opacityProperty: true }) && !it.closest('[aria-hidden=true]'))
        add(it.outerHTML.slice(0, 120), it, [it.getBoundingClientRect()], true)
    pieces.sort((a, b) => a.box.top - b.box.top)
    const found = new Set<string>()
    for (const [at, one] of pieces.entries())
      for (let next = at + 1; next < pieces.length; next += 1) {
        const other = pieces[next]
        if (!other || other.box.top > one.box.bottom - 4) break
        if (one.control !== other.control || one.it.contains(other.it) || other.it.contains(one.it)) continue
        const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left)
        const high = Math.min(one.box.bottom, other.box.bottom) - other.box.top
        if (wide > 3 && high > 4) found.add(`“${one.said}” and “${other.said}”`)
      }
    return [...found]
  })
}

/** What has the focus and is behind a bar that stays while the page scrolls (WCAG 2.2, 2.4.11). */
export async function hiddenFocus(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const stays = (it: Element | null): Element | null => {
      for (let at = it; at; at = at.parentElement) if (/fixed|sticky/.test(getComputedStyle(at).position)) return at
      return null
    }
    const found: string[] = []
    const reached = 'main :is(a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, [tabindex="0"])'
    for (const it of document.querySelectorAll<HTMLElement>(reached)) {
      if (!it.checkVisibility({ opacityProperty: true }) || it.tabIndex < 0) continue
      it.focus()
      if (document.activeElement !== it) continue
      const box = it.getBoundingClientRect()
      const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)]
      const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)]
      const points = [0.1, 0.5, 0.9].flatMap((x) =>
        [0.1, 0.5, 0.9].map((y) => [left + (right - left) * x, top + (bottom - top) * y] as const),
      )
      const hidden = points.every(([x, y]) => {
        const front = document.elementFromPoint(x, y)
        return front === null || (stays(front) !== null && !stays(front)?.contains(it))
      })
      if (hidden) found.push(it.outerHTML.slice(0, 160))
    }
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    return found
  })
}

/** What still moves where less motion is asked for. */
export async function moving(page: Page): Promise<string[]> {
  return await page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((it) => {
        const { transitionDuration, animationDuration } = getComputedStyle(it)
        return `${transitionDuration}, ${animationDuration}`.split(', ').some((time) => Number.parseFloat(time) > 0.001)
      })
      .map((it) => it.outerHTML.slice(0, 120)),
  )
}
