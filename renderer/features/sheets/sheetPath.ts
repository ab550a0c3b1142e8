import type { SheetRow } from '../../../shared/api/blankSheets.ts'

/** The batch page of a sheet, filled in as it was printed. */
export function sheetPath({ id, productId }: Pick<SheetRow, 'id' | 'productId'>): string {
  return `/make/${productId}?sheet=${id}`
}
