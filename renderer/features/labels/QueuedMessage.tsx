import type { Printer } from '../../../shared/api/printers.ts'

interface QueuedMessageProps {
  readonly printer: Printer | undefined
  /** For example `10 labels of SJ-20260304-A`. */
  readonly what: string
  /** Which of them, for example `001–010`. */
  readonly which?: string
}

/**
 * What becomes of labels that were queued. A printer that only makes PDFs prints nothing by itself: there the person is
 * told where the file waits. Messages stand outside the router, so that theirs is a plain link.
 */
export function QueuedMessage({ printer, what, which }: QueuedMessageProps) {
  const colon = which === undefined ? '' : `: ${which}`
  if (printer?.transport !== 'file') return `${what} on the way to the printer${colon}.`
  return (
    <>
      {what} made as a PDF{colon}. Nothing is printed yet: <a href="#/printers">save it under Labels on their way</a>,
      then print the file.
    </>
  )
}
