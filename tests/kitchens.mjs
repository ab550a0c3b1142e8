// `npm run kitchens`: the second reckoning, the places of units, the exports and their round trip on 1,000 random kitchens;
// `-- 5000` on more, `-- 250 2` on 250 others than those that are tried without a second number.
import { spawnSync } from 'node:child_process'
import path from 'node:path'

const { status } = spawnSync(
  process.execPath,
  [
    path.resolve(import.meta.dirname, '../node_modules/vitest/vitest.mjs'),
    'run',
    '-c',
    'tests/vitest.config.ts',
    'tests/api/secondReckoning.test.ts',
    'tests/api/unitPlaces.test.ts',
    'tests/api/kitchenExports.test.ts',
    'tests/import/roundTrip.test.ts',
  ],
  {
    stdio: 'inherit',
    env: { ...process.env, TRACEBERRY_KITCHENS: process.argv[2] ?? '1000', TRACEBERRY_SERIES: process.argv[3] ?? '0' },
  },
)
process.exitCode = status ?? 1
