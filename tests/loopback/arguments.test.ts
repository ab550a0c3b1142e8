import { describe, expect, it } from 'vitest'
import { help, otherFolders, parseArguments } from '../../main/hosts/loopback/arguments.ts'

describe('the command line of the browser window', () => {
  it('opens a window on the usual port with the usual folders when nothing is said', () => {
    expect(run([])).toEqual({
      open: true,
      port: null,
      dataDir: '/home/own/data',
      backupDir: '/home/own/backups',
      demo: false,
    })
  })

  it('takes every argument, as two words or with =', () => {
    const expected = { open: false, port: 5151, dataDir: '/data', backupDir: '/backups', demo: 'year' as const }
    expect(run(['--no-open', '--port', '5151', '--data', '/data', '--backups', '/backups', '--demo'])).toEqual(expected)
    expect(run(['--demo', '--backups=/backups', '--data=/data', '--port=5151', '--no-open'])).toEqual(expected)
  })

  it('asks for the demo kitchen’s own folders', () => {
    expect(run(['--demo=story'])).toMatchObject({ dataDir: '/home/demo/data', demo: 'story' })
    expect(run(['--demo'])).toMatchObject({ dataDir: '/home/demo/data', backupDir: '/home/demo/backups' })
  })

  it('keeps backups beside a chosen data folder, never in it', () => {
    expect(run(['--data', 'jam'])).toMatchObject({ dataDir: '/work/jam', backupDir: '/work/jam backups' })
    expect(run(['--data', 'jam/'])).toMatchObject({ dataDir: '/work/jam', backupDir: '/work/jam backups' })
    expect(run(['--data', 'a=b'])).toMatchObject({ dataDir: '/work/a=b' })
  })

  it('takes chosen backups with the usual data', () => {
    expect(run(['--backups', '/stick'])).toMatchObject({ dataDir: '/home/own/data', backupDir: '/stick' })
  })

  it('shows help whatever else is asked', () => {
    expect(parse(['--demo', '--help'])).toEqual({ kind: 'help' })
    for (const argument of ['--demo', '--data', '--backups', '--port', '--no-open', '--help'])
      expect(help).toContain(`  ${argument} `)
  })

  it.each([
    [['--dmeo'], '“--dmeo”'],
    [['data'], '“data”'],
    [[''], '“”'],
    [['--demo=yes'], '“--demo=yes”'],
    [['--__proto__'], '“--__proto__”'],
    [['--data'], '--data needs a value'],
    [['--data='], '--data needs a value'],
    [['--data', '--demo'], '--data needs a value'],
    [['--port', '1', '--port', '2'], '--port is given twice'],
    [['--port', 'http'], 'from 0 to 65535, not http'],
    [['--port', '-1'], 'not -1'],
    [['--port', '1e3'], 'not 1e3'],
    [['--port', '65536'], 'not 65536'],
    [['--data', '/x', '--backups', '/x/'], 'another folder than --data'],
  ])('says what is wrong with %j in one sentence', (argv, part) => {
    const parsed = parse(argv)
    expect(parsed).toEqual({ kind: 'problem', message: expect.stringContaining(part) })
    expect(parsed).toEqual({
      kind: 'problem',
      message: expect.stringMatching(/^[^\n]+\. --help shows what there is\.$/),
    })
  })
})

describe('the other kitchen', () => {
  it.each([
    [[], '/home/demo/data', '/home/demo/backups'],
    [['--backups', '/stick'], '/home/demo/data', '/home/demo/backups'],
    [['--data', 'jam'], '/work/jam demo', '/work/jam demo backups'],
    [['--demo'], '/home/own/data', '/home/own/backups'],
  ])('of %j is in %s', (argv, dataDir, backupDir) => {
    expect(other(argv)).toEqual({ dataDir, backupDir })
  })

  it('of a demo in a folder that was named is not known', () => {
    expect(other(['--demo', '--data', 'jam'])).toBeUndefined()
  })
})

function other(argv: readonly string[]) {
  const parsed = parse(argv)
  return parsed.kind === 'run' ? otherFolders(parsed.arguments, usualFolders) : parsed
}

function parse(argv: readonly string[]) {
  return parseArguments(argv, { cwd: '/work', folders: usualFolders })
}

function usualFolders(demo: boolean) {
  const kitchen = demo ? '/home/demo' : '/home/own'
  return { dataDir: `${kitchen}/data`, backupDir: `${kitchen}/backups` }
}

function run(argv: readonly string[]) {
  const parsed = parse(argv)
  return parsed.kind === 'run' ? parsed.arguments : parsed
}
