import { describe, expect, it } from 'vitest'
import { securityHeaders } from '../../main/hosts/csp.ts'
import { serve } from './support.ts'

describe('the files of the window', () => {
  it('come with the same headers as in Electron', async () => {
    const { ask, cookie, bearer } = await serve()
    const page = await ask({ path: '/', headers: cookie })
    expect(page).toMatchObject({ status: 200, body: '<!doctype html><title>Traceberry</title>' })
    expect(Object.fromEntries(page.headers)).toMatchObject(securityHeaders('index.html'))
    const script = await ask({ path: '/assets/app.js?v=1', headers: bearer })
    expect(script).toMatchObject({ status: 200, body: 'export {}' })
    expect(Object.fromEntries(script.headers)).toMatchObject(securityHeaders('/assets/app.js'))
    expect(page.headers.get('cache-control')).toBe('no-cache')
    expect(script.headers.get('cache-control')).toContain('immutable')
  })

  it('are measured by HEAD without being sent', async () => {
    const { ask, cookie } = await serve()
    const answer = await ask({ method: 'HEAD', path: '/', headers: cookie })
    expect({ status: answer.status, length: answer.headers.get('content-length'), body: answer.body }).toEqual({
      status: 200,
      length: '40',
      body: '',
    })
  })

  it.each(['POST', 'PUT', 'DELETE', 'TRACE'])('are not for %s', async (method) => {
    const { ask, cookie } = await serve()
    expect((await ask({ method, path: '/index.html', headers: cookie })).status).toBe(405)
  })

  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/..%5csecret.txt',
    '/..\\secret.txt',
    '/%252e%252e%252fsecret.txt',
    '//secret.txt',
    '/./../secret.txt',
    '/%00',
    '/index.html%00.js',
    '/assets',
    '/assets/',
    '/%',
    '/C:/Windows/win.ini',
    '/file:///etc/passwd',
    '/con',
  ])('are all there is: %s is not found', async (path) => {
    const { ask, bearer } = await serve()
    const answer = await ask({ path, headers: bearer })
    expect(answer.status).toBe(404)
    expect(answer.body).not.toContain('SECRET')
  })

  it.each(['http://evil.example/', 'secret.txt', '*'])('are not asked for with the target %s', async (path) => {
    const { ask, bearer } = await serve()
    expect((await ask({ path, headers: bearer })).status).toBe(400)
  })
})
