import type { Page } from '@playwright/test'
import { keySections, type KeySection, type KeySections } from '../../renderer/app/keySections.ts'
import { newId } from '../support/kitchen.ts'
import { expectReadable, settle } from './axe.ts'
import { expect, test } from './fixtures.ts'

/** How a key is tried: what has the focus, and which keys come before it, so that it has something to do. */
interface Trial {
  readonly path?: string
  readonly focus?: string
  readonly before?: Readonly<Record<string, string>> | string
  /** The test that tries it, where it takes more than a few keys to come there. */
  readonly in?: string
}

type Trials<S extends keyof KeySections> = {
  readonly path: string
  readonly focus?: string
  readonly keys: { readonly [K in keyof KeySections[S]['keys']]: Trial }
}

/** Every key of the map: one that is added there and not here does not compile. */
const trials: { readonly [S in keyof KeySections]: Trials<S> } = {
  everywhere: { path: '/more', keys: { finder: {}, print: {}, keys: {} } },
  work: { path: '/pantry', keys: { undo: {}, redo: {}, home: { in: 'demoKitchen.spec.ts' }, who: {} } },
  inspector: { path: '/', keys: { leave: { in: 'keyMap.spec.ts' } } },
  form: {
    path: '/pantry/receive',
    keys: {
      save: {},
      next: { focus: 'main form input' },
      leave: { path: '/people', before: 'Add a person', focus: 'main form input' },
    },
  },
  finder: {
    path: '/more',
    focus: '#finder',
    keys: { up: { before: 's' }, down: { before: 's' }, take: { before: 's' }, close: { before: 's' } },
  },
  again: { path: '/', keys: { begin: {} } },
  make: { path: '/make', keys: { plans: {}, sheets: {} } },
  plans: { path: '/plans', keys: { plan: {}, shopping: {}, sheets: {} } },
  batchPage: {
    path: '/make/1',
    keys: {
      row: {},
      fail: {},
      start: {},
      offer: { in: 'scan.spec.ts' },
      more: { path: '/make/1', focus: '[data-row="1"] input[aria-label^="Lot of"]' },
    },
  },
  outcome: { path: '/batch/1', keys: { best: {} } },
  market: { path: '/send', keys: { count: {} } },
  answer: { path: '/trace/batch/1/17', keys: { reply: {}, log: {}, hold: {}, compare: {}, recall: {} } },
  traceView: { path: '/trace/batch/1/17', keys: { turn: {} } },
  tree: {
    path: '/trace/batch/1/17',
    focus: '[role=treeitem]',
    keys: {
      move: { before: { ArrowUp: 'ArrowDown', PageUp: 'ArrowDown', Home: 'ArrowDown' } },
      open: { before: { ArrowLeft: 'ArrowRight' } },
      beside: {},
      follow: {},
    },
  },
  graph: {
    path: '/trace/batch/1/17?view=graph',
    focus: '[data-key][tabindex="0"]',
    keys: {
      move: { before: { ArrowUp: 'ArrowLeft', ArrowDown: 'ArrowRight' } },
      pan: {},
      open: { before: 'ArrowLeft' },
      fold: { in: 'graph.spec.ts' },
      home: { before: 'ArrowLeft' },
      larger: {},
      smaller: {},
      whole: { before: '+' },
    },
  },
  recall: { path: '/recall', keys: { start: { in: 'recallLinks.spec.ts' } } },
  complaint: {
    path: '/complaints/1',
    keys: {
      settle: {},
      reopen: { in: 'keyMap.spec.ts' },
      note: {},
      grade: {},
      link: {},
      replace: { in: 'keyMap.spec.ts' },
    },
  },
  records: { path: '/records', keys: { binder: {} } },
  design: {
    path: '/designs/new',
    focus: '[data-element="1"]',
    keys: {
      undo: { before: 'ArrowDown' },
      redo: { in: 'designs.spec.ts' },
      next: {},
      move: {},
      finely: {},
      size: {},
      measures: {},
      all: {},
      remove: {},
    },
  },
  map: { path: '/keys', keys: { guide: {} } },
  who: { path: '/', keys: { person: { before: 'F10' }, nobody: { before: 'F10' } } },
}

test('every key of the map does something', async ({ page, kitchen }) => {
  test.setTimeout(600_000)
  await page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', 'yes')
  })
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await kitchen.api.complaints.log({ requestId: newId(), batchId: 1, what: 'Cloudy', heardOn: '2026-03-20' })
  await kitchen.api.crew.savePerson({ requestId: newId(), name: 'Ana', active: true })
  const { today } = await kitchen.api.system.state({})
  const [jam] = (await kitchen.api.shipping.stock({})).filter(({ onHand }) => onHand > 0)
  const toMarket = { place: 'Saturday farmers market', sentOn: today, reference: '' }
  const send = async () =>
    await kitchen.api.shipping.send({
      requestId: newId(),
      ...toMarket,
      lines: [{ lotId: jam?.lotId ?? 0, units: 1 }],
    })
  await send()
  await send()
  let last = ''
  for (const [name, { path, focus, keys }] of Object.entries(trials)) {
    const section: KeySection = keySections[name as keyof KeySections]
    for (const [key, trial] of Object.entries<Trial>(keys)) {
      if (trial.in !== undefined) continue
      for (const way of waysOf(section.keys[key]?.key ?? '')) {
        // The same screen once more is not loaded anew.
        if (last !== '') await page.goto('about:blank')
        await kitchen.open(trial.path ?? path)
        last = path
        await settle(page)
        await expect(page.locator('main h1, main h2').first()).toBeVisible()
        await page.evaluate(() =>
          document.activeElement instanceof HTMLElement ? document.activeElement.blur() : null,
        )
        const before = typeof trial.before === 'object' ? trial.before[way] : trial.before
        if (before?.startsWith('Add')) await page.getByRole('button', { name: before }).first().click()
        const focused = trial.focus ?? focus
        if (focused !== undefined) await page.locator(focused).first().focus()
        if (before !== undefined && !before.startsWith('Add')) await page.keyboard.press(before)
        await page.waitForTimeout(500)
        const was = await stateOf(page)
        await page.keyboard.press(way)
        await expect
          .poll(async () => (await stateOf(page)) !== was, { message: `${name} ${key}: ${way}`, timeout: 30_000 })
          .toBe(true)
      }
    }
  }
})

test('? shows the keys of the screen first, and prints them with the cards on one page', async ({ page, kitchen }) => {
  await kitchen.open('/make')
  await expect(page.getByRole('heading', { level: 1, name: 'Make' })).toBeVisible()
  await page.getByRole('combobox', { name: 'Find' }).focus()
  await page.keyboard.press('?')
  await expect(page.getByRole('combobox', { name: 'Find' })).toHaveValue('?')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.locator('main').focus()
  await page.keyboard.press('?')
  await expect(page.getByRole('heading', { level: 1, name: 'Keys' })).toBeVisible()
  const here = page.getByRole('region', { name: 'On the screen you came from' })
  await expect(here.getByRole('heading', { level: 3 })).toHaveText(['Make again', 'Make'])
  await expect(page.getByRole('region', { name: 'Command cards' }).getByRole('img')).toHaveCount(7)
  await expectReadable(page)
  const pdf = await page.pdf({ format: 'Letter', preferCSSPageSize: false })
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  await page.getByRole('link', { name: 'Back to Make' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Make' })).toBeVisible()
  await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Keys' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Keys' })).toBeVisible()
})

test('each place opens with both of its keys', async ({ page, kitchen }) => {
  await kitchen.open('/settings')
  const places = page.getByRole('navigation', { name: 'Places' }).locator('a[aria-keyshortcuts^="F"]')
  await expect(places).toHaveCount(7)
  for (const at of [1, 2, 3, 4, 5, 6, 7])
    for (const key of [`F${at}`, `Control+${at}`]) {
      await kitchen.open('/history')
      await page.keyboard.press(key)
      await expect(places.nth(at - 1)).toHaveAttribute('aria-current', 'page')
      await expect(page).not.toHaveURL(/history/)
    }
})

test('while an inspector looks, the map has only what works then, and F10 leaves', async ({ page, kitchen }) => {
  await kitchen.open('/inspector')
  await page.getByRole('button', { name: 'Begin inspector mode' }).click()
  await expect(page.getByText('Inspector mode: nothing can be changed')).toBeVisible()
  await page.keyboard.press('?')
  await expect(page.getByRole('heading', { level: 1, name: 'Keys' })).toBeVisible()
  await expect(page.getByText('Leave inspector mode')).toBeVisible()
  await expect(page.getByText('Take back the last thing')).toBeHidden()
  await page.keyboard.press('F10')
  await expect(page).toHaveURL(/#\/leave/)
})

test('a closed complaint is opened again with O, and P sends another jar', async ({ page, kitchen }) => {
  const { api } = kitchen
  const { complaintId } = await api.complaints.log({
    requestId: newId(),
    batchId: 1,
    what: 'Cloudy',
    heardOn: '2026-03-20',
  })
  for (const [key, button, form] of [
    ['p', /^Send a replacement/, 'Send a replacement'],
    ['s', /^Close it/, 'Close the complaint'],
    ['o', /^Open it again/, 'Open it again'],
  ] as const) {
    if (key === 'o') await api.complaints.settle({ requestId: newId(), complaintId, outcome: 'refunded' })
    // The same screen once more is not loaded anew.
    await page.goto('about:blank')
    await kitchen.open(`/complaints/${complaintId}`)
    await page.getByRole('button', { name: button }).first().waitFor()
    await page.keyboard.press(key)
    await expect(page.getByRole('form', { name: form })).toBeVisible()
  }
})

/** Digits are one key with many names: the first of them is enough. */
function waysOf(key: string): readonly string[] {
  const ways = key.split(' ')
  return ways.every((way) => /\d$/.test(way)) ? ways.slice(0, 1) : ways
}

/** Everything that a key can change: where one is, what is shown, and where the focus is. */
async function stateOf(page: Page): Promise<string> {
  const html = await page.evaluate(() => {
    const all = [...document.querySelectorAll('*')]
    const typed = all.map((it) => (it instanceof HTMLInputElement ? `${it.value} ${it.checked}` : '')).join('|')
    return `${all.indexOf(document.activeElement ?? document.body)} ${typed} ${document.documentElement.outerHTML}`
  })
  return `${page.url()} ${html}`
}
