import { describe, expect, test } from 'vitest'
import {
  externalTarget,
  isAppUrl,
  isLocalBlob,
  isTrustedSender,
  mayLoad,
  mayUse,
} from '../../main/hosts/electron/policy.ts'

const hostile = [
  'app://traceberry.evil/',
  'app://traceberry.evil/index.html',
  'app://traceberry@evil/index.html',
  'app://traceberry:80@evil/',
  'app://user:secret@traceberry/index.html',
  'app://traceberry:8080/index.html',
  'app://traceberryx/index.html',
  'app://traceberry\\@evil/',
  'app://traceberry%2eevil/',
  'app://traceberry',
  'app://evil/index.html',
  'app://evil/?app://traceberry/',
  'app:/traceberry/index.html',
  'app:traceberry/index.html',
  'app:///traceberry/index.html',
  'app://print/1',
  'app://TRACEBERRY/index.html',
  'APP://traceberry/index.html',
  'App://traceberry/',
  ' app://traceberry/index.html',
  'app://trace\nberry/index.html',
  'xapp://traceberry/index.html',
  'blob:app://traceberry/0e984725',
  'filesystem:app://traceberry/temporary/x.html',
  'view-source:app://traceberry/index.html',
  'about:blank',
  'about:srcdoc',
  'data:text/html,<script>traceberry.call()</script>',
  'javascript:traceberry.call("kitchen.save")',
  'file:///C:/Windows/System32/calc.exe',
  'file://server/share/index.html',
  'smb://server/share',
  'http://traceberry/index.html',
  'https://traceberry.test/index.html',
  'http://localhost:5173/',
  'ws://127.0.0.1:9222/devtools',
  'chrome://settings',
  'devtools://devtools/bundled/inspector.html',
  'chrome-extension://abc/page.html',
  'null',
  '',
]

describe('a page of the app', () => {
  test.each(['app://traceberry/', 'app://traceberry/index.html', 'app://traceberry/index.html#/make?id=1'])(
    'is at %s',
    (url) => expect(isAppUrl(url)).toBe(true),
  )

  test.each(hostile)('is not at %j', (url) => {
    expect(isAppUrl(url)).toBe(false)
    expect(isTrustedSender({ url, parent: null })).toBe(false)
    expect(mayUse('clipboard-sanitized-write', url)).toBe(false)
  })

  test.each([null, undefined, 7, {}, ['app://traceberry/'], new URL('app://traceberry/')])(
    'is not named by %s',
    (value) => expect(isAppUrl(value)).toBe(false),
  )
})

describe('a caller', () => {
  test('is trusted in the top frame of the app', () => {
    expect(isTrustedSender({ url: 'app://traceberry/index.html', parent: null })).toBe(true)
  })

  test.each([
    ['a frame inside the page', { url: 'app://traceberry/index.html', parent: {} }],
    ['a frame that is gone', null],
    ['no frame at all', undefined],
    ['a blank page', { url: '', parent: null }],
  ])('is refused as %s', (_who, frame) => expect(isTrustedSender(frame)).toBe(false))
})

describe('a permission', () => {
  test('is given for copying text, to the app alone', () => {
    expect(mayUse('clipboard-sanitized-write', 'app://traceberry/')).toBe(true)
    expect(mayUse('clipboard-sanitized-write', undefined)).toBe(false)
  })

  test.each([
    'clipboard-read',
    'deprecated-sync-clipboard-read',
    'display-capture',
    'fileSystem',
    'geolocation',
    'hid',
    'idle-detection',
    'local-network-access',
    'media',
    'midi',
    'notifications',
    'openExternal',
    'pointerLock',
    'serial',
    'usb',
    'unknown',
    'a permission of a Chromium to come',
  ])('is denied for %s', (permission) => expect(mayUse(permission, 'app://traceberry/')).toBe(false))
})

describe('a link out of the app', () => {
  test.each([
    ['https://www.fda.gov/safety/recalls', 'https://www.fda.gov/safety/recalls'],
    ['HTTPS://WWW.FDA.GOV', 'https://www.fda.gov/'],
    ['mailto:orders@coop.example?subject=Recall%20SJ-20260304-A&body=Hello', undefined],
    ['mailto:a@b.example?cc=c@d.example&bcc=e@f.example', undefined],
  ])('opens outside: %s', (url, parsed) => expect(externalTarget(url)).toBe(parsed ?? url))

  test.each([
    ...hostile.filter((url) => !url.startsWith('https:')),
    'http://www.fda.gov/',
    'https://user:secret@www.fda.gov/',
    'https://www.fda.gov@evil.example/',
    'https://',
    'https://[::1',
    `https://www.fda.gov/${'a'.repeat(2000)}`,
    'mailto:a@b.example?attach=/home/kitchen/.ssh/id_rsa',
    'mailto:a@b.example?ATTACH=C:%5Csecret.txt',
    'mailto:a@b.example?subject=x&attachment=%2Fetc%2Fpasswd',
    'ms-msdt:/id PCWDiagnostic',
    'search-ms:query=x&crumb=location:%5C%5Cevil',
    'vbscript:msgbox(1)',
    'ftp://evil.example/x',
    'tel:+15550100',
    'ssh://evil.example/-oProxyCommand=calc',
    '\\\\server\\share\\x.exe',
    'C:\\Windows\\System32\\calc.exe',
    '/etc/passwd',
    '../index.html',
  ])('does not open %j', (url) => expect(externalTarget(url)).toBeUndefined())
})

describe('the renderer’s session', () => {
  test.each(['app://traceberry/assets/index.js', 'blob:app://traceberry/0e984725', 'data:image/png;base64,AA'])(
    'loads %s',
    (url) => expect(mayLoad(url, true)).toBe(true),
  )

  test.each([
    'https://www.fda.gov/',
    'http://127.0.0.1/',
    'file:///etc/passwd',
    'ws://x',
    'app://print/1',
    'devtools://x',
  ])('loads nothing from %s', (url) => expect(mayLoad(url, true)).toBe(false))

  test('loads developer tools while the app is not packaged', () => {
    expect(mayLoad('devtools://devtools/bundled/x.js', false)).toBe(true)
    expect(mayLoad('https://www.fda.gov/', false)).toBe(false)
  })

  test('saves blobs of its own, and nothing from elsewhere', () => {
    expect(isLocalBlob('blob:app://traceberry/0e984725')).toBe(true)
    expect(isLocalBlob('https://evil.example/report.pdf.exe')).toBe(false)
    expect(isLocalBlob('data:application/octet-stream,x')).toBe(false)
  })
})
