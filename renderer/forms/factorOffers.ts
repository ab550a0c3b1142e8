import { createContext } from 'react'
import type { MissingFactor } from '../../shared/api/errors.ts'

/** Conversions that the last refusal of a form asked for, and what is done once one was entered. */
interface Offers {
  readonly missing: readonly MissingFactor[]
  readonly onSaved: (factor: MissingFactor) => void
}

export const FactorOffers = createContext<Offers>({ missing: [], onSaved: () => undefined })
