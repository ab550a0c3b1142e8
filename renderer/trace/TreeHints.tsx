import { keySections } from '../app/keySections.ts'
import { KeyHints } from '../ui/KeyHints.tsx'

/** The keys of a tree, once for all trees of the screen. */
export function TreeHints() {
  return <KeyHints section={keySections.tree} />
}
