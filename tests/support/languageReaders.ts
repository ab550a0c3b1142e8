import { type Bitmap, blackenRun, blankBitmap } from '../../shared/labels/bitmap.ts'

/*
 * Small readers of printer languages, written from their manuals and knowing nothing of our writers: each gives the
 * picture that a printer would burn, label by label.
 */

/** TSPL: SIZE and BITMAP of mode 0, 0 = black, printed by PRINT. */
export function readTspl(bytes: Uint8Array, dotsPerMm: number): Bitmap[] {
  const job = new Cursor(bytes)
  const labels: Bitmap[] = []
  let canvas = blankBitmap(1, 1)
  while (!job.done) {
    if (job.takes(/^BITMAP (\d+),(\d+),(\d+),(\d+),0,/)) {
      const [left = 0, top = 0, width = 0, height = 0] = job.numbers
      paint(canvas, job.bytes(width * height), { left, top, rowBytes: width, black: 0 })
      continue
    }
    const line = job.line()
    const size = /^SIZE ([\d.]+) mm,([\d.]+) mm$/.exec(line)
    if (size) canvas = blankBitmap(...dots(size, dotsPerMm))
    else if (line === 'CLS') canvas = blankBitmap(canvas.widthDots, canvas.heightDots)
    else if (line === 'PRINT 1,1') labels.push(canvas)
    else if (!/^(?:|GAP .*|BLINE .*|DENSITY \d+|SPEED \d+|SET CUTTER \w+|DIRECTION 0,0|REFERENCE 0,0)$/.test(line))
      throw new Error(`TSPL has no ${line}`)
  }
  return labels
}

/** EPL2: q, Q and GW, 0 = black, printed by P1. The form is as wide as q says. */
export function readEpl(bytes: Uint8Array): Bitmap[] {
  const form = new Cursor(bytes)
  const labels: Bitmap[] = []
  let [width, canvas] = [1, blankBitmap(1, 1)]
  while (!form.done) {
    if (form.takes(/^GW(\d+),(\d+),(\d+),(\d+),/)) {
      const [left = 0, top = 0, across = 0, height = 0] = form.numbers
      canvas = blankBitmap(width, height)
      paint(canvas, form.bytes(across * height), { left, top, rowBytes: across, black: 0 })
      continue
    }
    const line = form.line()
    const q = /^q(\d+)$/.exec(line)
    if (q) width = Number(q[1])
    else if (line === 'P1') labels.push(canvas)
    else if (!/^(?:|N|Q\d+,B?\d+|D\d+|S\d+)$/.test(line)) throw new Error(`EPL2 has no ${line}`)
  }
  return labels
}

/** ESC/POS: GS v 0 bands one under the other, up to the feed. */
export function readEscPos(bytes: Uint8Array): Bitmap[] {
  const stream = new Cursor(bytes)
  const labels: Bitmap[] = []
  let bands: { readonly width: number; readonly rows: Uint8Array }[] = []
  while (!stream.done) {
    const [first, second] = [stream.byte(), stream.byte()]
    if (first === 0x1b && second === 0x40) bands = []
    else if (first === 0x1d && second === 0x76) {
      stream.bytes(2)
      const width = stream.byte() + 256 * stream.byte()
      const rows = stream.byte() + 256 * stream.byte()
      bands.push({ width, rows: stream.bytes(width * rows) })
    } else if ((first === 0x1d && second === 0x0c) || (first === 0x1b && second === 0x64)) {
      if (first === 0x1b) stream.byte()
      const width = bands[0]?.width ?? 1
      const height = bands.reduce((sum, { rows }) => sum + rows.length / width, 0)
      const label = blankBitmap(width * 8, height)
      let top = 0
      for (const { rows } of bands) {
        paint(label, rows, { left: 0, top, rowBytes: width, black: 1 })
        top += rows.length / width
      }
      labels.push(label)
    } else if (first === 0x1d && second === 0x56) stream.byte()
    else throw new Error(`ESC/POS has no ${first.toString(16)} ${second.toString(16)}`)
  }
  return labels
}

/**
 * Brother QL: lines `g`, the first pin at the right edge of the label. Gives the 720 pins as the label shows them, left to
 * right, and what ESC i z says of the roll.
 */
export function readBrother(bytes: Uint8Array): { pins: Bitmap; widthMm: number; lengthMm: number }[] {
  const stream = new Cursor(bytes)
  const labels: { pins: Bitmap; widthMm: number; lengthMm: number }[] = []
  let rows: Uint8Array[] = []
  let roll = { widthMm: 0, lengthMm: 0, lines: 0 }
  while (!stream.done) {
    const code = stream.byte()
    if (code === 0) continue
    if (code === 0x67) {
      stream.byte()
      rows.push(stream.bytes(stream.byte()))
    } else if (code === 0x4d) stream.byte()
    else if (code === 0x1a || code === 0x0c) {
      if (rows.length !== roll.lines) throw new Error(`${rows.length} lines, ${roll.lines} announced`)
      const pins = blankBitmap(720, rows.length)
      for (const [y, row] of rows.entries())
        for (let pin = 0; pin < 720; pin += 1)
          if (((row[pin >> 3] ?? 0) & (0x80 >> (pin & 7))) !== 0) blackenRun(pins, y, 719 - pin, 720 - pin)
      labels.push({ pins, widthMm: roll.widthMm, lengthMm: roll.lengthMm })
      rows = []
    } else if (code === 0x1b) {
      const next = stream.byte()
      if (next === 0x40) rows = []
      else if (next === 0x69) {
        const what = String.fromCharCode(stream.byte())
        if (what === 'z') {
          const said = stream.bytes(10)
          roll = { widthMm: said[2] ?? 0, lengthMm: said[3] ?? 0, lines: (said[4] ?? 0) + 256 * (said[5] ?? 0) }
        } else if (what === 'd') stream.bytes(2)
        else if ('aMK'.includes(what)) stream.byte()
        else throw new Error(`QL has no ESC i ${what}`)
      } else throw new Error(`QL has no ESC ${next.toString(16)}`)
    } else throw new Error(`QL has no ${code.toString(16)}`)
  }
  return labels
}

function dots(size: RegExpExecArray, dotsPerMm: number): [number, number] {
  return [Math.round(Number(size[1]) * dotsPerMm), Math.round(Number(size[2]) * dotsPerMm)]
}

function paint(
  canvas: Bitmap,
  bytes: Uint8Array,
  at: { readonly left: number; readonly top: number; readonly rowBytes: number; readonly black: 0 | 1 },
): void {
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const [x, y] = [bit % (at.rowBytes * 8), Math.floor(bit / (at.rowBytes * 8))]
    const set = ((bytes[bit >> 3] ?? 0) & (0x80 >> (bit & 7))) !== 0
    if (set === (at.black === 1)) blackenRun(canvas, at.top + y, at.left + x, at.left + x + 1)
  }
}

class Cursor {
  private at = 0
  private readonly all: Buffer
  numbers: number[] = []

  constructor(bytes: Uint8Array) {
    this.all = Buffer.from(bytes)
  }

  get done(): boolean {
    return this.at >= this.all.length
  }

  byte(): number {
    this.at += 1
    return this.all[this.at - 1] ?? 0
  }

  bytes(count: number): Uint8Array {
    this.at += count
    return new Uint8Array(this.all.subarray(this.at - count, this.at))
  }

  line(): string {
    const end = this.all.indexOf('\n', this.at)
    const text = this.all.toString('latin1', this.at, end < 0 ? undefined : end)
    this.at = end < 0 ? this.all.length : end + 1
    return text.replace(/\r$/, '')
  }

  takes(pattern: RegExp): boolean {
    const found = pattern.exec(this.all.toString('latin1', this.at, this.at + 60))
    if (!found) return false
    this.at += found[0].length
    this.numbers = found.slice(1).map(Number)
    return true
  }
}
