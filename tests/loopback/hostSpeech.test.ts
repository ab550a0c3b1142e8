import { afterEach, expect, it, vi } from 'vitest'
import { speakForKitchen } from '../../main/hosts/hostSpeech.ts'
import { plainEnglish, say, speakAs, spoken } from '../../shared/words/say.ts'
import { appDouble, pathOf, serve } from './support.ts'

afterEach(() => speakAs(() => plainEnglish))

/** A core that is told in which language it answers, and how often it was asked. */
function speaking(language: string | undefined) {
  const double = appDouble()
  let now = language
  const dispatch = (op: unknown) => {
    double.calls.push({ op, input: {} })
    return Promise.resolve({ ok: true, value: { language: now } } as const)
  }
  const choose = (other: string) => {
    now = other
    double.notify({ changed: ['kitchen.speak'] })
  }
  return { ...double, app: { ...double.app, dispatch }, choose }
}

it('speaks the computer’s language until the core has told another', async () => {
  const { app } = speaking('en')
  const { promise, resolve } = Promise.withResolvers<undefined>()
  const late = {
    ...app,
    dispatch: async (op: unknown) => {
      await promise
      return await app.dispatch(op)
    },
  }
  const changes: string[] = []
  await speakForKitchen(late, 'es', () => changes.push(spoken()))
  expect([spoken(), say('Quit')]).toEqual(['es', 'Salir'])
  resolve(undefined)
  await vi.waitFor(() => expect(spoken()).toBe('en'))
  expect(changes).toEqual(['es', 'en'])
})

it('follows what the kitchen chooses, and is asked after nothing else', async () => {
  const core = speaking('es')
  await speakForKitchen(core.app, 'en')
  await vi.waitFor(() => expect(spoken()).toBe('es'))
  core.notify({ changed: ['batches.record'] })
  expect(core.calls).toHaveLength(1)
  core.choose('en')
  await vi.waitFor(() => expect(spoken()).toBe('en'))
})

it('keeps to its language where the core tells none', async () => {
  await speakForKitchen(speaking(undefined).app, 'es')
  await new Promise((resolve) => setTimeout(resolve, 5))
  expect(spoken()).toBe('es')
})

it('shows the page of a used link, and refuses a wrong name, in the kitchen’s language', async () => {
  const { ask, server, port } = await serve()
  const link = pathOf(server.openingUrl())
  await ask({ path: link })
  await speakForKitchen(speaking('es').app, 'es')
  const used = await ask({ path: link })
  expect(used.body).toContain('<html lang="es">')
  expect(used.body).toContain('Este enlace no abre Traceberry')
  const wrong = await ask({ path: '/', headers: { host: `localhost:${port}` } })
  expect([wrong.status, wrong.body]).toEqual([421, expect.stringContaining('Traceberry solo responde en')])
})
