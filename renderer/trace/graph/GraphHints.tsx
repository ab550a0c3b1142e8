import { keySections } from '../../app/keySections.ts'
import { KeyHints } from '../../ui/KeyHints.tsx'
import { say } from '../../../shared/words/say.ts'

/** The keys of the graph. */
export function GraphHints({ id }: { readonly id: string }) {
  return (
    <KeyHints id={id} section={keySections.graph}>
      {say('The wheel moves the drawing, with Ctrl it zooms')}
    </KeyHints>
  )
}
