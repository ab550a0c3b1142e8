// `npm run test:print`: the full matrix of labels and printing; `npm test` runs the same files in short.
import { spawnSync } from 'node:child_process'

const { status } = spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '-c',
    'tests/vitest.config.ts',
    '--no-file-parallelism',
    'tests/labels',
    'tests/print',
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit', env: { ...process.env, PRINT_RUNS: '20', PRINT_KILLS: '100', PRINT_FULL: '1' } },
)
process.exitCode = status ?? 1
