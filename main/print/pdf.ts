import { deflateSync } from 'node:zlib'
import { type Bitmap, rowBytes } from '../../shared/labels/bitmap.ts'

/** A picture on a page: every dot is 1/`dpi` inch, its top left corner `xMm`, `yMm` from the page's. */
interface PdfPicture {
  readonly bitmap: Bitmap
  /** Dots an inch: 203.2 for heads of 8 dots a millimetre. */
  readonly dpi: number
  readonly xMm: number
  readonly yMm: number
}

/** A page and what is on it. */
export interface PdfPage {
  readonly widthMm: number
  readonly heightMm: number
  readonly pictures: readonly PdfPicture[]
}

/**
 * Pages of labels as PDF 1.4, dot for dot at exact size: each picture is a 1-bit image, 1 = black, without smoothing. The
 * reader is asked not to scale (ViewerPreferences, PDF 1.6).
 */
export function writePdf(pages: readonly PdfPage[]): Uint8Array {
  const objects: Buffer[] = []
  const add = (body: Buffer | string): number => {
    objects.push(Buffer.isBuffer(body) ? body : Buffer.from(body, 'latin1'))
    return objects.length
  }
  const catalog = add('')
  const tree = add('')
  const kids = pages.map((page) => {
    const images = page.pictures.map(({ bitmap }) => add(imageObject(bitmap)))
    const content = add(stream('', Buffer.from(drawing(page), 'latin1')))
    const names = images.map((id, at) => `/I${at} ${id} 0 R`).join(' ')
    const box = `[0 0 ${side(page.widthMm)} ${side(page.heightMm)}]`
    return add(
      `<< /Type /Page /Parent ${tree} 0 R /MediaBox ${box} /Resources << /XObject << ${names} >> >> /Contents ${content} 0 R >>`,
    )
  })
  objects[catalog - 1] = Buffer.from(
    `<< /Type /Catalog /Pages ${tree} 0 R /ViewerPreferences << /PrintScaling /None >> >>`,
  )
  objects[tree - 1] = Buffer.from(
    `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((id) => `${id} 0 R`).join(' ')}] >>`,
  )
  return assemble(objects, catalog)
}

function imageObject(bitmap: Bitmap): Buffer {
  const { widthDots, heightDots, bytes } = bitmap
  if (bytes.length !== rowBytes(bitmap) * heightDots) throw new RangeError('a bitmap of the wrong length')
  const facts = `/Type /XObject /Subtype /Image /Width ${widthDots} /Height ${heightDots} /ColorSpace /DeviceGray /BitsPerComponent 1 /Decode [1 0] /Interpolate false `
  return stream(facts, Buffer.from(bytes))
}

function stream(facts: string, body: Buffer): Buffer {
  const packed = deflateSync(body)
  const head = `<< ${facts}/Filter /FlateDecode /Length ${packed.length} >>\nstream\n`
  return Buffer.concat([Buffer.from(head, 'latin1'), packed, Buffer.from('\nendstream', 'latin1')])
}

/**
 * A picture is this much smaller on every side, in points (0.2 µm): renderers give a picture whose edge lies exactly
 * between two dots one dot more (poppler's Splash: floor(x) + 1), and would stretch it.
 */
const INSET = 0.0005

function drawing({ heightMm, pictures }: PdfPage): string {
  return pictures
    .map(({ bitmap, dpi, xMm, yMm }, at) => {
      const [width, height] = [(bitmap.widthDots * 72) / dpi, (bitmap.heightDots * 72) / dpi]
      const left = (xMm * 72) / 25.4
      const bottom = (heightMm * 72) / 25.4 - (yMm * 72) / 25.4 - height
      const place = [width - 2 * INSET, 0, 0, height - 2 * INSET, left + INSET, bottom + INSET]
      return `q ${place.map(number).join(' ')} cm /I${at} Do Q`
    })
    .join('\n')
}

function assemble(objects: readonly Buffer[], catalog: number): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n', 'latin1')]
  const offsets: number[] = []
  let at = parts[0]?.length ?? 0
  for (const [index, body] of objects.entries()) {
    offsets.push(at)
    const object = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')])
    parts.push(object)
    at += object.length
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root ${catalog} 0 R >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  )
  return new Uint8Array(Buffer.concat(parts))
}

/** A page’s side in points, rounded down: renderers round a page up to whole dots. */
function side(mm: number): string {
  return String(Math.floor(((mm * 72) / 25.4) * 10_000 + 1e-3) / 10_000)
}

function number(value: number): string {
  return String(Math.round(value * 10_000) / 10_000)
}
