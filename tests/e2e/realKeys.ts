import type { CDPSession, Page } from '@playwright/test'

/**
 * Key events as the system sends them, at a pace that a test sets: what tells a scanner from a person is the time
 * between keys, which Playwright’s own keyboard leaves to the machine.
 */
export interface RealKeys {
  /** One key, or a chord such as `Control+Enter`. */
  press(keys: string, pace: number): Promise<void>
  /** The characters of a text one after the other, `\n` as Enter. @param pace milliseconds from each key to the next */
  type(text: string, pace: number): Promise<void>
}

const modifiers: Readonly<Record<string, number>> = { Alt: 1, Control: 2, Meta: 4, Shift: 8 }
const named: Readonly<Record<string, { code: number; text?: string }>> = {
  Enter: { code: 13, text: '\r' },
  Tab: { code: 9 },
  Escape: { code: 27 },
  Backspace: { code: 8 },
  Delete: { code: 46 },
  ArrowLeft: { code: 37 },
  ArrowUp: { code: 38 },
  ArrowDown: { code: 40 },
  Shift: { code: 16 },
  Control: { code: 17 },
  Alt: { code: 18 },
}

const MOMENT_MS = 200

export async function realKeys(page: Page): Promise<RealKeys> {
  const session = await page.context().newCDPSession(page)
  let at = 0

  async function send(keys: readonly string[], pace: number): Promise<void> {
    at += pace
    let held = 0
    const sent: Promise<unknown>[] = []
    for (const key of keys) {
      held |= modifiers[key] ?? 0
      sent.push(dispatch(session, 'keyDown', key, held, at))
    }
    for (const key of keys.toReversed()) {
      held &= ~(modifiers[key] ?? 0)
      sent.push(dispatch(session, 'keyUp', key, held, at + Math.min(pace / 2, 40)))
    }
    await Promise.all(sent)
  }

  /** What comes next comes no earlier than now, and a moment after what came before: it is another hand’s. */
  function begin(): void {
    at = Math.max(Date.now(), at + MOMENT_MS)
  }

  return {
    async press(keys, pace) {
      begin()
      await send(keys.split('+'), pace)
    },
    async type(text, pace) {
      begin()
      await Promise.all(
        Array.from(text, async (character) => await send([character === '\n' ? 'Enter' : character], pace)),
      )
    },
  }
}

async function dispatch(
  session: CDPSession,
  type: 'keyDown' | 'keyUp',
  key: string,
  held: number,
  at: number,
): Promise<void> {
  const special = named[key]
  // F4 is a key, and not two letters.
  const text = special ? special.text : key.length === 1 ? key : undefined
  await session.send('Input.dispatchKeyEvent', {
    type,
    key,
    code: codeOf(key),
    modifiers: held,
    windowsVirtualKeyCode: special?.code ?? key.toUpperCase().charCodeAt(0),
    timestamp: at / 1000,
    // With Ctrl or Alt held a key writes nothing.
    ...(type === 'keyDown' && text !== undefined && (held & 7) === 0 ? { text } : {}),
  })
}

function codeOf(key: string): string {
  if (/^[a-z]$/i.test(key)) return `Key${key.toUpperCase()}`
  if (/^\d$/.test(key)) return `Digit${key}`
  return named[key] ? key : ''
}
