import { encodeSymbol } from '../../shared/labels/symbols.ts'
import { type Html, html } from './html.ts'

/** White modules that a reader needs on every side (ISO/IEC 18004). */
const QUIET = 4

/** A text as a QR code for a printed page, with its quiet zone. @param sizeMm of the whole square */
export function qrSvg(text: string, sizeMm: number): Html {
  const encoded = encodeSymbol('qr', text)
  if (!encoded.ok) throw new Error(`“${text}” cannot be a QR code: ${encoded.reason}`)
  const { columns, rows, dark } = encoded.symbol
  const path = dark.flatMap((isDark, at) =>
    isDark ? [`M${QUIET + (at % columns)} ${QUIET + Math.floor(at / columns)}h1v1h-1z`] : [],
  )
  return html`<svg
    class="qr"
    xmlns="http://www.w3.org/2000/svg"
    viewBox="0 0 ${columns + 2 * QUIET} ${rows + 2 * QUIET}"
    width="${sizeMm}mm"
    height="${sizeMm}mm"
    role="img"
    aria-label="QR code: ${text}"
    shape-rendering="crispEdges"
  >
    <path d="${path.join('')}" fill="#000" />
  </svg>`
}
