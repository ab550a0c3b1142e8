import { cp, readdir } from 'node:fs/promises'
import path from 'node:path'
import react from '@vitejs/plugin-react'
import { type EnvironmentOptions, type Plugin, defineConfig } from 'vite'
import { shippedLicences } from '../main/launch/licences.ts'

const root = path.resolve(import.meta.dirname, '..')
const out = path.join(root, 'out')

/** Electron gives the one, the other brings a native binary; everything else is bundled. */
const external = ['electron', 'better-sqlite3']

const node: EnvironmentOptions = {
  consumer: 'server',
  resolve: { noExternal: true, external, conditions: ['node'] },
}

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react(), copyFonts(), licences(), plainAscii()],
  builder: {
    async buildApp(builder) {
      for (const name of ['client', 'main', 'preload']) {
        const environment = builder.environments[name]
        if (!environment) throw new Error(`There is nothing to build as ${name}.`)
        await builder.build(environment)
      }
    },
  },
  environments: {
    client: {
      build: {
        outDir: path.join(out, 'renderer'),
        emptyOutDir: true,
        // The Chromium of Electron 45; browsers that show the loopback window update themselves.
        target: 'chrome152',
        modulePreload: { polyfill: false },
        // The content security policy takes fonts and scripts as files, not as data.
        assetsInlineLimit: 0,
        chunkSizeWarningLimit: 2_000,
      },
    },
    main: {
      ...node,
      build: {
        outDir: path.join(out, 'main'),
        emptyOutDir: true,
        copyPublicDir: false,
        target: 'node24',
        minify: false,
        sourcemap: true,
        rolldownOptions: {
          input: {
            electron: path.join(root, 'main/hosts/electron/main.ts'),
            loopback: path.join(root, 'main/hosts/loopback/main.ts'),
            worker: path.join(root, 'main/thread/worker.ts'),
            backupWorker: path.join(root, 'main/thread/backupWorker.ts'),
            filesWorker: path.join(root, 'main/thread/filesWorker.ts'),
          },
          external: [...external, /^node:/],
          output: {
            format: 'es',
            // Chunks lie beside the entries, so that `new URL('./fonts/…', import.meta.url)` is right in every one.
            entryFileNames: '[name].js',
            chunkFileNames: '[name]-[hash].js',
            // Names stay, for the log.
            minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
          },
        },
      },
    },
    preload: {
      ...node,
      build: {
        outDir: path.join(out, 'preload'),
        emptyOutDir: true,
        copyPublicDir: false,
        target: 'node24',
        minify: false,
        rolldownOptions: {
          input: { preload: path.join(root, 'main/hosts/electron/preload.ts') },
          external: [...external, /^node:/],
          // A sandboxed preload can load nothing beside itself.
          output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
        },
      },
    },
  },
})

/** Main reads its fonts from beside itself, in the sources as in the build; their licence goes with them. */
function copyFonts(): Plugin {
  return {
    name: 'traceberry:copy-fonts',
    applyToEnvironment: (environment) => environment.name === 'main',
    async writeBundle() {
      const source = path.join(root, 'main/print/fonts')
      const names = (await readdir(source)).filter((name) => /\.(?:ttf|txt)$/.test(name))
      if (!names.some((name) => name.endsWith('.ttf'))) throw new Error(`There are no fonts in ${source}.`)
      for (const name of names) await cp(path.join(source, name), path.join(out, 'main/fonts', name))
    },
  }
}

/** One sign beyond Latin-1 doubles what the whole text of a script takes in memory as long as the app runs. */
function plainAscii(): Plugin {
  const escaped = (sign: string) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
  return {
    name: 'traceberry:plain-ascii',
    applyToEnvironment: (environment) => environment.name === 'main',
    generateBundle(_options, bundle) {
      for (const part of Object.values(bundle))
        if (part.type === 'chunk') part.code = part.code.replaceAll(/[^\0-\x7f]/g, escaped)
    },
  }
}

/** What ships inside, with its licences, as a module that only More → About loads. */
function licences(): Plugin {
  const id = 'virtual:licences'
  return {
    name: 'traceberry:licences',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load: (source) => (source === `\0${id}` ? `export default ${JSON.stringify(shippedLicences())}` : undefined),
  }
}
