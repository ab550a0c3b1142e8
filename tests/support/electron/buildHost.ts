import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { build, type Rolldown } from 'vite'

const repository = path.resolve(import.meta.dirname, '../../..')
const fakeCore = path.join(import.meta.dirname, 'fakeCore.ts')

/**
 * Builds the host alone into `out`, laid out as the app's own build: its real main and preload, a core without a
 * database in place of main/app.ts, and a page that shows what the door answers.
 */
export async function buildHost(out: string): Promise<void> {
  await bundle('main/hosts/electron/main.ts', {
    dir: path.join(out, 'main'),
    entryFileNames: 'electron.js',
    format: 'es',
  })
  await bundle('main/hosts/electron/preload.ts', {
    dir: path.join(out, 'preload'),
    entryFileNames: 'preload.cjs',
    format: 'cjs',
  })
  await mkdir(path.join(out, 'renderer/assets'), { recursive: true })
  await writeFile(path.join(out, 'renderer/index.html'), page)
  await writeFile(path.join(out, 'renderer/assets/page.js'), script)
}

async function bundle(entry: string, output: Rolldown.OutputOptions): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    root: repository,
    plugins: [
      {
        name: 'fake-core',
        enforce: 'pre',
        resolveId: (source) => (source.endsWith('/app.ts') ? fakeCore : undefined),
      },
    ],
    build: {
      ssr: path.join(repository, entry),
      emptyOutDir: false,
      outDir: output.dir ?? '',
      rolldownOptions: { external: ['electron', /^node:/], output },
    },
    ssr: { noExternal: true },
  })
}

const page = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Host</title><script type="module" src="./assets/page.js"></script></head>
<body><h1>Host</h1><p id="answer"></p><ul id="notices"></ul></body>
</html>`

const script = `
traceberry.subscribe((notice) => {
  const item = document.createElement('li')
  item.textContent = notice.changed.join()
  document.querySelector('#notices').append(item)
})
const answer = await traceberry.call('system.state', {})
document.querySelector('#answer').textContent = answer.value.problem ?? 'ready'
`
