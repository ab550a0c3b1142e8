import type { Page } from 'playwright'
import { addDays } from '../../../shared/domain/day.ts'
import type { Api } from '../../../shared/api/contract.ts'
import type { Figure } from '../figure.ts'
import type { Landmarks } from '../kitchens/tenYears.ts'
import { medianOf, p95Of, timed } from '../timing.ts'

interface Window {
  readonly page: Page
  readonly api: Api
  readonly origin: string
  readonly marks: Landmarks
}

const ROUNDS = 3
/** What a person does not see as a stop: one frame late at 20 a second, and what a step that changes the whole may take. */
const MOVING = 50
const CHANGING = 300

/** The longest frame while a graph of 10,000 things, and the tree of a supplier, are opened, unfolded, moved and folded. */
export async function smoothFigures({ page, origin, marks }: Window): Promise<Figure[]> {
  const times = new Map<string, { bar: number; frames: number[] }>()
  const during = async (work: string, bar: number, act: () => Promise<void>) => {
    await page.evaluate(() => (window as unknown as { gaps: number[] }).gaps.splice(0))
    await act()
    await page.waitForTimeout(100)
    const longest = await page.evaluate(() => Math.max(...(window as unknown as { gaps: number[] }).gaps))
    times.set(work, { bar, frames: [...(times.get(work)?.frames ?? []), longest] })
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    await graph(page, `${origin}/?view=graph#/trace/supplier/${marks.supplierId}`, during)
    await tree(page, `${origin}/#/trace/supplier/${marks.supplierId}`, during)
  }
  return [...times].map(([work, { bar, frames }]) => ({
    work: `Longest frame: ${work}`,
    median: medianOf(frames),
    p95: p95Of(frames),
    bar: { ms: bar },
  }))
}

type During = (work: string, bar: number, act: () => Promise<void>) => Promise<void>

async function graph(page: Page, address: string, during: During): Promise<void> {
  await page.goto('about:blank')
  await page.goto(address)
  await watchFrames(page)
  await page.locator('[data-key]:focus').waitFor()
  for (let level = 0; level < 3; level += 1) {
    const group = page.locator('[data-key][aria-expanded]').first()
    await group.focus()
    await during('a group of a graph unfolded', CHANGING, async () => await page.keyboard.press('Enter'))
  }
  await during('a graph moved by keys', MOVING, async () => await pressAll(page, 'Shift+ArrowDown'))
  await during('a graph walked by arrows', MOVING, async () => await pressAll(page, 'ArrowDown'))
  await page.keyboard.press('0')
  await during('a whole graph moved by keys', MOVING, async () => await pressAll(page, 'Shift+ArrowDown'))
  await during('a group of a graph folded', CHANGING, async () => await page.keyboard.press('Backspace'))
}

async function tree(page: Page, address: string, during: During): Promise<void> {
  await page.goto('about:blank')
  await page.goto(address)
  await watchFrames(page)
  await page.getByRole('treeitem').nth(1).waitFor()
  await during('a tree of thousands of lines, all expanded', CHANGING, async () => {
    await page.getByRole('button', { name: 'Expand all' }).first().click()
    // It can be pressed once the lines are there: before that, the walk below would be held up by their coming.
    await page.getByRole('button', { name: 'Collapse', disabled: false }).first().waitFor()
    await page.waitForTimeout(500)
  })
  await page.getByRole('treeitem').first().focus()
  await during('that tree walked by arrows', MOVING, async () => await pressAll(page, 'ArrowDown'))
  await during('that tree scrolled', MOVING, async () => {
    await page.getByRole('tree').first().hover()
    for (let turn = 0; turn < 20; turn += 1) {
      await page.mouse.wheel(0, 400)
      await page.waitForTimeout(16)
    }
  })
}

async function pressAll(page: Page, key: string): Promise<void> {
  for (let press = 0; press < 20; press += 1) {
    await page.keyboard.press(key)
    await page.waitForTimeout(16)
  }
}

/** Keeps how long each frame was on the screen. */
async function watchFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    const gaps: number[] = []
    Object.assign(window, { gaps })
    let last = performance.now()
    const next = (now: number) => {
      gaps.push(now - last)
      last = now
      requestAnimationFrame(next)
    }
    requestAnimationFrame(next)
  })
}

/** A recall’s report of forty pages. */
export async function longReportFigure({ api, marks }: Window): Promise<Figure> {
  const asked = { madeFrom: addDays(marks.madeOn, -WIDE), madeTo: addDays(marks.madeOn, WIDE) }
  const times: number[] = []
  let pages = 0
  for (let round = 0; round < ROUNDS; round += 1)
    times.push(
      await timed(async () => {
        const { base64 } = await api.recall.report({ ...asked, format: 'pdf' })
        pages =
          Buffer.from(base64, 'base64')
            .toString('latin1')
            .match(/\/Type\s*\/Page\b/g)?.length ?? 0
      }),
    )
  return {
    work: `A recall report of ${pages} pages as PDF`,
    median: medianOf(times),
    p95: p95Of(times),
    bar: { ms: 5000 },
  }
}

/** Days either side of one: such a report has some forty pages. */
const WIDE = 10
