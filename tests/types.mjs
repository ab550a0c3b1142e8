// Type-checks every layer with its own tsconfig: a layer sees only what its config lets it see.
import { spawnSync } from 'node:child_process'

let failed = false
for (const layer of ['shared', 'main', 'renderer', 'tests']) {
  const { status } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', layer], { stdio: 'inherit' })
  failed ||= status !== 0
}
process.exitCode = failed ? 1 : 0
