/**
 * Loads what draws labels when the first one is drawn: its fonts and symbols are more than half of the core, and nobody
 * should wait for them while the record opens.
 */
export async function drawing() {
  return await import('./drawLabels.ts')
}
