import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createKitchens, type Serving } from '../../main/hosts/loopback/kitchens.ts'

/** A kitchen that writes down what happens to it. */
function kitchen(name: string, happened: string[], problem: string | null = null) {
  const state = { windows: 0 }
  const serving: Serving = {
    app: {
      firstProblem: Promise.resolve(problem),
      close: async () => await Promise.resolve(void happened.push(`${name} closed`)),
    },
    server: {
      openingUrl: () => `open ${name}`,
      windows: () => state.windows,
      close: async () => await Promise.resolve(void happened.push(`${name} shut`)),
    },
  }
  return { serving, state }
}

describe('the kitchens of one process', () => {
  let happened: string[]
  beforeEach(() => {
    happened = []
    vi.useFakeTimers()
  })
  afterEach(() => vi.useRealTimers())

  function twoKitchens(problem: string | null = null) {
    const own = kitchen('own', happened)
    const demo = kitchen('demo', happened, problem)
    const kitchens = createKitchens('own', own.serving, async (name) => {
      happened.push(`${name} begun`)
      return await Promise.resolve(demo.serving)
    })
    return { own, demo, kitchens }
  }

  test('the demo begins when somebody goes there, once for two presses of the button', async () => {
    const { kitchens } = twoKitchens()
    expect(await Promise.all([kitchens.goTo('demo'), kitchens.goTo('demo')])).toEqual(['open demo', 'open demo'])
    expect(happened).toEqual(['demo begun'])
  })

  test('the demo is closed once its window has gone back, and begins anew the next time; the own one stays open', async () => {
    const { demo, kitchens } = twoKitchens()
    await kitchens.goTo('demo')
    demo.state.windows = 1
    expect(kitchens.windows()).toBe(1)
    expect(await kitchens.goTo('own')).toBe('open own')
    await vi.advanceTimersByTimeAsync(1000)
    expect(happened).toEqual(['demo begun'])
    demo.state.windows = 0
    await vi.advanceTimersByTimeAsync(1000)
    expect(happened).toEqual(['demo begun', 'demo shut', 'demo closed'])
    await kitchens.goTo('demo')
    expect(happened.at(-1)).toBe('demo begun')
  })

  test('a demo that cannot be opened says why, is closed, and leaves the own kitchen as it is', async () => {
    const { kitchens } = twoKitchens('It is open in another window.')
    await expect(kitchens.goTo('demo')).rejects.toThrow('It is open in another window.')
    expect(happened).toEqual(['demo begun', 'demo shut', 'demo closed'])
    expect(await kitchens.goTo('own')).toBe('open own')
  })

  test('both are closed at the end, each server before its core', async () => {
    const { kitchens } = twoKitchens()
    await kitchens.goTo('demo')
    await kitchens.close()
    expect(happened).toEqual(['demo begun', 'own shut', 'demo shut', 'own closed', 'demo closed'])
  })

  test('one that is just beginning is closed as well, and none begins after', async () => {
    const own = kitchen('own', happened)
    const demo = kitchen('demo', happened)
    const kitchens = createKitchens('own', own.serving, async () => {
      happened.push('demo begun')
      await new Promise((resolve) => setTimeout(resolve, 100))
      return demo.serving
    })
    const going = kitchens.goTo('demo')
    await vi.advanceTimersByTimeAsync(10)
    const closed = kitchens.close()
    await vi.advanceTimersByTimeAsync(200)
    await Promise.all([going, closed])
    expect(happened.filter((each) => each.startsWith('demo'))).toEqual(['demo begun', 'demo shut', 'demo closed'])
    await expect(kitchens.goTo('demo')).rejects.toThrow('closing')
  })
})
