// Type-checks every layer with its own tsconfig: a layer sees only what its config lets it see. What a run found is
// kept beside the libraries, so that the next one looks only at what changed.
import { spawnSync } from 'node:child_process'

let failed = false
for (const layer of ['shared', 'main', 'renderer', 'tests']) {
  const kept = ['--incremental', '--tsBuildInfoFile', `node_modules/.cache/types/${layer}.tsbuildinfo`]
  const { status } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', layer, ...kept], {
    stdio: 'inherit',
  })
  failed ||= status !== 0
}
process.exitCode = failed ? 1 : 0
