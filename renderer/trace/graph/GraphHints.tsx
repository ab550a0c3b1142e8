import { keySections } from '../../app/keySections.ts'
import { KeyHints } from '../../ui/KeyHints.tsx'

/** The keys of the graph. */
export function GraphHints({ id }: { readonly id: string }) {
  return (
    <KeyHints id={id} section={keySections.graph}>
      The wheel moves the drawing, with Ctrl it zooms
    </KeyHints>
  )
}
