import { useEffect, useState } from 'react'

/** Puts something on the page, opens the print dialog, and takes it off again when that is closed. */
export function useToPaper<T>(): { readonly onPaper: T | undefined; readonly put: (what: T) => void } {
  const [onPaper, put] = useState<T>()
  useEffect(() => {
    if (onPaper === undefined) return
    const clear = () => put(undefined)
    window.addEventListener('afterprint', clear)
    window.print()
    return () => window.removeEventListener('afterprint', clear)
  }, [onPaper])
  return { onPaper, put: (what) => put(() => what) }
}
