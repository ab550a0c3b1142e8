import { nounOf } from '../../../shared/words/say.ts'

/** What a pack of a batch is called beside the others: its name, else its word, `8 oz jar` or `jar`. */
export function packWord({ pack, unit }: { readonly pack: string; readonly unit: string }): string {
  return pack === '' ? (nounOf(unit)?.[0] ?? unit) : pack
}
