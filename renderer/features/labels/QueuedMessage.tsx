import type { Printer } from '../../../shared/api/printers.ts'
import { say } from '../../../shared/words/say.ts'
import { said } from '../../ui/said.ts'

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
  if (printer?.transport !== 'file')
    return which === undefined
      ? say('{what} on the way to the printer.', { what })
      : say('{what} on the way to the printer: {which}.', { what, which })
  const link = <a href="#/printers">{say('save it under Labels on their way')}</a>
  return which === undefined
    ? said('{what} made as a PDF. Nothing is printed yet: {link}, then print the file.', { what, link })
    : said('{what} made as a PDF: {which}. Nothing is printed yet: {link}, then print the file.', { what, which, link })
}
