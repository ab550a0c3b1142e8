import { createContext, useContext } from 'react'

/** Whether this window only shows, because an inspector looks. The core refuses every change by itself as well. */
export const ReadOnly = createContext(false)

export function useReadOnly(): boolean {
  return useContext(ReadOnly)
}
