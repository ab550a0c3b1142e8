import { QueryObserver } from '@tanstack/react-query'
import { expect, test, vi } from 'vitest'
import { keepAnswers } from '../../renderer/api/askAgain.ts'

/** A core whose answers take a time, and a screen that shows one. */
function screenThatTakes(ms: number) {
  let record = 'before'
  let asked = 0
  const answers = keepAnswers()
  async function ask(): Promise<string> {
    asked += 1
    const read = record
    await new Promise((resolve) => setTimeout(resolve, ms))
    return read
  }
  const screen = new QueryObserver(answers.client, { queryKey: ['what'], queryFn: ask })
  const close = screen.subscribe(() => {})
  return {
    shown: () => screen.getCurrentResult().data,
    asked: () => asked,
    commit(op = 'batches.make'): void {
      record = 'after'
      answers.committed({ changed: [op] })
    },
    end(): void {
      close()
      answers.end()
      answers.client.clear()
    },
  }
}

test.each([
  ['within the moment', 20],
  ['after the moment', 150],
])('what was asked before a commit and answered %s is asked again', async (_when, ms) => {
  const screen = screenThatTakes(ms)
  screen.commit()
  await vi.waitFor(() => expect(screen.shown()).toBe('after'), { timeout: 3000 })
  screen.end()
})

test('an answer is asked again once for each commit, and not without one', async () => {
  const screen = screenThatTakes(5)
  await vi.waitFor(() => expect(screen.shown()).toBe('before'))
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(screen.asked()).toBe(1)
  screen.commit()
  await vi.waitFor(() => expect(screen.shown()).toBe('after'))
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(screen.asked()).toBe(2)
  screen.end()
})

test('commits without end leave an answer to be seen', async () => {
  const screen = screenThatTakes(100)
  const commits = setInterval(() => screen.commit(), 30)
  await vi.waitFor(() => expect(screen.shown()).toBeDefined(), { timeout: 3000 })
  clearInterval(commits)
  await vi.waitFor(() => expect(screen.shown()).toBe('after'), { timeout: 3000 })
  screen.end()
})

test('steps of long work are followed once a second, and surely after the last', async () => {
  const screen = screenThatTakes(5)
  await vi.waitFor(() => expect(screen.shown()).toBe('before'))
  const steps = setInterval(() => screen.commit('imports.step'), 30)
  await vi.waitFor(() => expect(screen.shown()).toBe('after'), { timeout: 500 })
  await new Promise((resolve) => setTimeout(resolve, 1500))
  clearInterval(steps)
  // Once before any step, at the first one, a second later, and perhaps one more.
  expect(screen.asked()).toBeGreaterThanOrEqual(3)
  expect(screen.asked()).toBeLessThanOrEqual(5)
  const asked = screen.asked()
  await vi.waitFor(() => expect(screen.asked()).toBeGreaterThan(asked), { timeout: 1500 })
  screen.end()
})

test('what a person records while steps go on is seen at once', async () => {
  const screen = screenThatTakes(5)
  await vi.waitFor(() => expect(screen.shown()).toBe('before'))
  screen.commit('imports.step')
  await vi.waitFor(() => expect(screen.asked()).toBe(2), { timeout: 500 })
  screen.commit('imports.step')
  screen.commit()
  await vi.waitFor(() => expect(screen.asked()).toBe(3), { timeout: 500 })
  screen.end()
})
