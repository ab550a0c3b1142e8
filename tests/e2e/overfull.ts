import type { Api } from '../../shared/api/contract.ts'
import { newId } from '../support/kitchen.ts'
import { addProduct, makeBatch, receiveLot, sendUnits } from '../support/make.ts'

const long = [
  'Grandmother Antoinette’s slow-cooked wild huckleberry jam',
  'مربى الفراولة بالليمون والفانيليا على طريقة جدتي القديمة',
  'Extra-hot fermented Carolina Reaper & pineapple sauce 🔥🍍',
  'Kochbuchrezeptpflaumenmusmitwalnussundzimtohnezucker',
  'Strawberry · rhubarb · rose petal · pink peppercorn spread',
]

/** Fills a kitchen until its screens are full: forty products, long names, other scripts, emoji, many places and lots. */
export async function overfill(api: Api): Promise<void> {
  for (let at = 0; at < 40; at += 1) {
    const name = `${long[at % long.length]} ${at + 1}`.slice(-60)
    const code = `${String.fromCodePoint(65 + (at % 26))}${String.fromCodePoint(65 + Math.floor(at / 26))}X`
    const ingredient = `${long[(at + 1) % long.length]} (organic) ${(at % 8) + 1}`.slice(-60)
    await receiveLot(api, {
      ingredient,
      supplier: `${long[(at + 2) % long.length]} Farm Cooperative`.slice(0, 60),
      receivedOn: '2026-03-20',
    })
    const productId = await addProduct(api, { name, code, lines: [{ ingredient, quantity: '4 oz' }] })
    if (at % 4 !== 0) continue
    const { lotId } = await makeBatch(api, productId, { madeOn: '2026-03-22' })
    await sendUnits(api, lotId, 3, {
      sentOn: '2026-03-23',
      place: `${long[(at + 3) % long.length]} Market`.slice(0, 60),
    })
  }
  await api.crew.savePerson({ requestId: newId(), name: long[1] ?? '', active: true })
}
