// `npm test`: prepares what the tests need, runs every check, and ends with one line that counts them.
// `npm test -- --only=unit,e2e` runs some of the steps. Runs on the computer's own Node, before anything is installed.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { build, buildWhenStale } from '../main/launch/build.mjs'
import { Problem, prepare, root, run } from '../main/launch/prepare.mjs'

const reports = mkdtempSync(path.join(tmpdir(), 'traceberry-reports-'))

/**
 * In order; the steps of one row run side by side. `script` is a script of package.json, `more` what is added to it.
 * A step counts as one check, unless `count` reads the number of its tests from its report.
 */
const rows = [
  [
    { name: 'types', script: 'types' },
    { name: 'lint', script: 'lint' },
    { name: 'format', script: 'format:check' },
    { name: 'unused', script: 'unused' },
  ],
  [
    {
      name: 'unit',
      script: 'unit',
      more: jsonReport('unit'),
      count: countVitest,
      broughtDown: filesBroughtDown,
    },
  ],
  [{ name: 'build' }],
  [
    {
      name: 'e2e',
      script: 'e2e',
      more: '--reporter=list,json',
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: reportOf('e2e') },
      count: countPlaywright,
    },
  ],
]

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof Problem)) throw error
  console.error(error.message)
  console.log('0 passed, 1 failed')
  process.exitCode = 1
} finally {
  rmSync(reports, { recursive: true, force: true })
}

async function main(argv) {
  const chosen = chooseSteps(argv)
  const wanted = (name) => chosen.includes(name)
  const node = await prepare()
  if (wanted('unit') || wanted('e2e')) await provideTools(node)
  if (wanted('e2e') && !wanted('build')) await buildWhenStale(node)

  const total = { passed: 0, failed: 0, skipped: 0 }
  for (const row of rows) {
    const steps = row.filter(({ name }) => wanted(name))
    await Promise.all(
      steps.map(async (step) => {
        const { passed, failed, skipped } = await runStep(step, node)
        total.passed += passed
        total.failed += failed
        total.skipped += skipped
      }),
    )
  }
  console.log(sum(total))
  return total.failed === 0 ? 0 : 1
}

function chooseSteps(argv) {
  const names = rows.flat().map(({ name }) => name)
  const only = argv.flatMap((argument) => /^--only=(.+)$/.exec(argument)?.[1].split(',') ?? [argument])
  const unknown = only.find((name) => !names.includes(name))
  if (unknown !== undefined) throw new Problem(`There is no step ${unknown}. --only takes some of ${names.join(',')}.`)
  return only.length > 0 ? only : names
}

async function runStep(step, node) {
  const { name, script, more = '', env = {}, count } = step
  const started = performance.now()
  const { code, output } = script ? await runScript(script, more, env) : await runBuild(node)
  const files = code === 0 ? [] : (step.broughtDown?.(output) ?? [])
  const counted =
    count && existsSync(reportOf(name)) ? count(JSON.parse(readFileSync(reportOf(name), 'utf8')), files) : undefined
  const result = counted ?? { passed: code === 0 ? 1 : 0, failed: 0, skipped: 0 }
  if (files.length > 0 && result.failed === 0) {
    console.log(`Node itself broke down in ${files.join(' and ')}, which is run again.`)
    const again = { name: `${name}-2`, script, more: `${files.join(' ')} ${jsonReport(`${name}-2`)}`, env, count }
    const { passed, failed, skipped } = await runStep(again, node)
    return { passed: result.passed + passed, failed, skipped: result.skipped + skipped }
  }
  // A step can also fail beside its tests: a file that does not load, an error nobody caught.
  if (code !== 0 && result.failed === 0) result.failed = 1
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  if (result.failed > 0) console.log(`\n${output.trimEnd()}\n`)
  console.log(`${name.padEnd(8)}${`${seconds} s`.padStart(8)}  ${sum(result)}`)
  for (const reason of result.why ?? []) console.log(`          ${reason}`)
  return result
}

/** Through package.json, so that a step is the same here and by hand. */
function runScript(script, more, env) {
  const command = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).scripts[script]
  const bin = path.join(root, 'node_modules/.bin')
  const child = spawn(`${command} ${more}`, {
    cwd: root,
    shell: true,
    env: { ...process.env, PATH: bin + path.delimiter + process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text))
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, output })))
}

async function runBuild(node) {
  try {
    await build(node)
    return { code: 0, output: '' }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { code: 1, output: error.message }
  }
}

function countVitest({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }, broughtDown) {
  const unloadable = testResults.filter(({ name, status, assertionResults }) => {
    if (broughtDown.includes(path.relative(root, name))) return false
    return status === 'failed' && assertionResults.every((test) => test.status !== 'failed')
  })
  return {
    passed: numPassedTests,
    failed: numFailedTests + unloadable.length,
    skipped: numPendingTests + numTodoTests,
  }
}

function jsonReport(name) {
  return `--reporter=default --reporter=json --outputFile.json="${reportOf(name)}"`
}

/**
 * Test files whose process ended by V8's own check of its code pages, which fails rarely under threads (Node 24;
 * nodejs/node issue 64500). Any other end of a process is ours, and a failure.
 */
function filesBroughtDown(output) {
  if (!output.includes('Check failed: jit_page')) return []
  const ended = /exited unexpectedly with signal SIGTRAP .*while running test file (\S+\.test\.ts)/g
  return [...stripVTControlCharacters(output).matchAll(ended)].map(([, file]) => path.relative(root, file))
}

function countPlaywright({ stats, errors, suites }) {
  const specs = suites.flatMap(specsOf)
  const skipped = specs.flatMap(({ title, tests }) =>
    tests
      .flatMap(({ annotations }) => annotations)
      .filter(({ type }) => type === 'skip')
      .map(({ description }) => `skipped: ${title}: ${description}`),
  )
  const again = specs
    .filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
    .map(({ title, tests }) => {
      const [first] = tests.flatMap(({ results }) => results).flatMap((result) => result.errors)
      return `passed only the second time: ${title}: ${(first?.message ?? '').replaceAll(/\s+/g, ' ').slice(0, 300)}`
    })
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
    why: [...skipped, ...again],
  }
}

function specsOf({ specs = [], suites = [] }) {
  return [...specs, ...suites.flatMap(specsOf)]
}

function sum({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

function reportOf(name) {
  return path.join(reports, `${name}.json`)
}

/** Fetches a Chromium where there is none; tests that need one fail by themselves where that is impossible. */
async function provideTools(node) {
  const asRoot = process.platform === 'linux' && process.getuid() === 0
  const missing = [
    ...(hasBrowser(node) ? [] : ['chromium']),
    // Second readers of barcodes beside ZXing; their tests are skipped, and say so, where they cannot be had.
    ...(spawnSync('zbarimg', ['--version'], { stdio: 'ignore' }).status === 0 ? [] : ['zbar-tools']),
    ...(spawnSync('dmtxread', ['--version'], { stdio: 'ignore' }).status === 0 ? [] : ['dmtx-utils']),
    // Draws the pages of a PDF.
    ...(spawnSync('pdftoppm', ['-v'], { stdio: 'ignore' }).error ? ['poppler-utils'] : []),
  ]
  // What starts faster than the whole browser; only Debian has it, and the browser does where it is not.
  const wished = existsSync('/usr/bin/chromium-headless-shell') ? [] : ['chromium-headless-shell']
  if (asRoot && missing.length + wished.length > 0 && existsSync('/usr/bin/apt-get')) {
    console.error(`Installing ${[...missing, ...wished].join(' and ')} for the tests …`)
    await run('apt-get', ['update', '-qq'])
    for (const packages of [missing, wished].filter(({ length }) => length > 0)) await install(packages)
  }
  // Ubuntu's package of that name is none, or a stub.
  if (hasBrowser(node)) return
  const dependencies = asRoot ? ['--with-deps'] : []
  const { output } = await run(node, ['node_modules/playwright/cli.js', 'install', ...dependencies, 'chromium'])
  if (!hasBrowser(node)) console.error(`${output.trimEnd()}\nThere is no Chromium and none could be installed.`)
}

async function install(packages) {
  await run('env', ['DEBIAN_FRONTEND=noninteractive', 'apt-get', 'install', '-y', '-qq', ...packages])
}

function hasBrowser(node) {
  const script = `import { chromiumPath } from './tests/support/chromium.ts'; process.stdout.write(chromiumPath() ?? '')`
  const { stdout } = spawnSync(node, ['--input-type=module', '-e', script], { cwd: root, encoding: 'utf8' })
  return stdout !== '' && spawnSync(stdout, ['--version'], { stdio: 'ignore' }).status === 0
}
