import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/door.ts'

/** What a shopping list says to buy from one supplier. */
export interface Bought {
  readonly supplier: string
  readonly lines: readonly { readonly ingredient: string; readonly quantity: string }[]
  /** Of which list it is, as its address says. */
  readonly of: string
}

/**
 * Reads from the address what of the shopping list was bought: `?shop=3&until=2026-03-31`, 0 for what nobody knows a
 * supplier of. Asked once: the list changes with what is received, the trip does not.
 * @returns undefined until it is known, null where the address names none
 */
export function useBought(search: string): Bought | null | undefined {
  const asked = new URLSearchParams(search)
  const shop = asked.get('shop')
  const until = asked.get('until')
  const list = useQuery({
    queryKey: ['shopping list', search],
    queryFn: async () => await api.plans.shopping({ until }),
    enabled: shop !== null,
    staleTime: 'static',
    gcTime: 0,
  })
  if (shop === null || list.isError) return null
  if (!list.data) return undefined
  const group = list.data.suppliers.find(({ supplierId }) => (supplierId ?? 0) === Number(shop))
  if (!group) return null
  const lines = group.lines.map(({ ingredient, short }) => ({ ingredient, quantity: short?.text ?? '' }))
  return { supplier: group.supplier ?? '', lines, of: search }
}
