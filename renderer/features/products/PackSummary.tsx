import { useWatch } from 'react-hook-form'
import { say } from '../../../shared/words/say.ts'
import { money } from '../../ui/words.ts'
import type { ProductFormReturn } from './productValues.ts'

/** The packs in a few words: `8 oz, $9.00 · 4 oz jar, $5.50`. */
export function PackSummary({ form: { control } }: { readonly form: ProductFormReturn }) {
  const [main, others] = useWatch({ control, name: ['pack', 'packs'] })
  const said = [main, ...others].flatMap((pack) => {
    const parts = [pack?.name || pack?.net, typeof pack?.priceCents === 'number' ? money(pack.priceCents) : '']
    return parts.filter(Boolean).join(', ') || []
  })
  return said.length === 0 ? say('Net contents, price and barcode; other sizes') : said.join(' · ')
}
