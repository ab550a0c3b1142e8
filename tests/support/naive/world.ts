import type { Api } from '../../../shared/api/contract.ts'
import type { Book } from './book.ts'

export const MADE_ON = ['2026-11-18', '2026-11-19', '2026-11-20'] as const

/** A kitchen, and the book that the second reckoning keeps of it. */
export interface World {
  readonly api: Api
  readonly book: Book
  /** Items that are bought, then items that are made. */
  readonly items: readonly number[]
  readonly products: readonly number[]
  /** The product that is filled into a further pack as well, and that pack. */
  readonly small: { readonly productId: number; readonly itemId: number }
  readonly shipments: number[]
  readonly receipts: { readonly id: number; readonly lot: number }[]
  readonly people: readonly { readonly id: number; readonly name: string }[]
  readonly equipment: readonly number[]
  /** Bins of the first two items. */
  readonly bins: readonly number[]
  /** Counts what was tried, so that everything has its place in time. */
  order: number
}

/** One of those there are, by a number that may be any. */
export function chosen<T>(among: readonly T[], number: number): T | undefined {
  return among[number % Math.max(1, among.length)]
}
