import { registerHooks } from 'node:module'

// Preloaded with `node --import`, so that the built main finds the stub where Electron would offer itself.
const stub = new URL('./stub.ts', import.meta.url).href

registerHooks({
  resolve(specifier, context, next) {
    return specifier === 'electron'
      ? { url: stub, format: 'module-typescript', shortCircuit: true }
      : next(specifier, context)
  },
})
