import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { mediaType, resolveAsset } from '../../main/hosts/assets.ts'
import { CSP, securityHeaders } from '../../main/hosts/csp.ts'

const root = path.resolve('renderer')

describe('an address of the app', () => {
  test.each([
    ['/', 'index.html'],
    ['/index.html', 'index.html'],
    ['/assets/index-BxY_z1-2.js', 'assets/index-BxY_z1-2.js'],
    ['/assets/inter.latin.woff2', 'assets/inter.latin.woff2'],
    ['/%69ndex.html', 'index.html'],
  ])('%s is the file %s', (pathname, file) => expect(resolveAsset(root, pathname)).toBe(path.join(root, file)))

  test.each([
    '/..',
    '/../package.json',
    '/assets/../../package.json',
    '/assets/../index.html',
    '/./index.html',
    '/..%2fpackage.json',
    '/..%2Fpackage.json',
    '/%2e%2e/package.json',
    '/%2e%2e%2fpackage.json',
    '/%252e%252e/package.json',
    '/..%5cpackage.json',
    '/..\\package.json',
    '/assets\\..\\..\\package.json',
    '/assets%5c..%5c..%5cpackage.json',
    '/index.html\0.js',
    '/index.html%00.js',
    '/%00',
    '/%zz',
    '/%',
    '/%c0%ae%c0%ae/package.json',
    '//etc/passwd',
    '//server/share/x.html',
    '/\\\\server\\share',
    '/%5c%5cserver%5cshare',
    '/C:/Windows/win.ini',
    '/c:%5cWindows%5cwin.ini',
    '/C%3a/Windows/win.ini',
    '/index.html:hidden',
    '/index.html::$DATA',
    '/CON',
    '/con.js',
    '/assets/NUL.css',
    '/LPT1.html',
    '/.env',
    '/.git/config',
    '/assets/',
    '/assets//index.js',
    '/~root',
    '/index.html ',
    '/index.html\n',
    '/ïndex.html',
    'index.html',
    '../package.json',
    '/etc/passwd/../../index.html',
    '',
  ])('%j is no file', (pathname) => expect(resolveAsset(root, pathname)).toBeUndefined())

  test('an absolute path is one inside the root, or nothing', () => {
    expect(resolveAsset(root, '/etc/passwd')).toBe(path.join(root, 'etc/passwd'))
  })
})

describe('an answer', () => {
  test.each([
    ['index.html', 'text/html; charset=utf-8'],
    ['assets/index.js', 'text/javascript; charset=utf-8'],
    ['assets/INDEX.CSS', 'text/css; charset=utf-8'],
    ['assets/inter.woff2', 'font/woff2'],
    ['logo.svg', 'image/svg+xml'],
    ['guide/trip-en.webp', 'image/webp'],
    ['notes.exe', 'application/octet-stream'],
    ['notes', 'application/octet-stream'],
    ['', 'application/octet-stream'],
  ])('with %s is %s', (file, type) => expect(mediaType(file)).toBe(type))

  test('carries the policy whatever it is', () => {
    for (const file of ['index.html', 'index.js', ''])
      expect(securityHeaders(file)).toMatchObject({
        'content-security-policy': CSP,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
      })
  })

  test('allows scripts of the app alone, no eval, no frames, no forms, no network', () => {
    const directives = new Map(CSP.split('; ').map((part) => [part.split(' ')[0], part.split(' ').slice(1).join(' ')]))
    expect(Object.fromEntries(directives)).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self' 'unsafe-inline'",
      'img-src': "'self' data: blob:",
      'font-src': "'self'",
      'connect-src': "'self'",
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-ancestors': "'none'",
    })
  })
})
