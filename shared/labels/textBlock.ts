import { type Bitmap, boxHolds, type DotBox, unionBox } from './bitmap.ts'
import { drawRuns } from './fill.ts'
import { type Font, type Glyph, shapeText, widthOf } from './font.ts'

/** Text in one weight; a line of a label may begin with a caption in another. */
export interface TextPart {
  readonly text: string
  readonly font: Font
  /** Never broken over lines: numbers and dates. */
  readonly whole: boolean
}

export interface TextRules {
  /** Dots of the em: the most to use and the least to shrink to. */
  readonly largest: number
  readonly smallest: number
  readonly maxLines: number
  readonly align: 'left' | 'center' | 'right'
}

export interface TextBlock {
  readonly lines: readonly PlacedLine[]
  /** Dots of the em that was chosen. */
  readonly dotsPerEm: number
  /** Whether all of the ink lies in the box. */
  readonly fits: boolean
  /** The first character that a font lacks. */
  readonly missing: string | undefined
  /** Undefined where there is no ink. */
  readonly ink: DotBox | undefined
}

interface PlacedLine {
  readonly glyphs: readonly Glyph[]
  readonly x: number
  readonly baseline: number
}

/** Baseline to baseline, in ems. */
const LEADING = 1.16

/**
 * Sets text in a box: the largest size at which it fits in at most `maxLines` lines, broken where a line
 * break was typed, at spaces and after hyphens, into lines about equally long. Sizes are those at which a capital is a whole number of dots high, so that
 * letters stand on and reach to dots. What fits at no size is set at the smallest, past the box.
 */
export function setText(parts: readonly TextPart[], box: DotBox, rules: TextRules): TextBlock {
  const { words, missing } = wordsOf(parts)
  const font = parts.at(-1)?.font
  if (!font || words.length === 0)
    return { lines: [], dotsPerEm: rules.largest, fits: true, missing: undefined, ink: undefined }
  const most = Math.max(1, Math.floor(rules.largest * font.capHeight + 1e-6))
  const least = Math.min(most, Math.max(1, Math.ceil(rules.smallest * font.capHeight - 1e-6)))
  for (let capDots = most; ; capDots -= 1) {
    const dotsPerEm = capDots / font.capHeight
    const lines = breakEvenly(words, (box.right - box.left) / dotsPerEm)
    const height = (font.capHeight + LEADING * (lines.length - 1)) * dotsPerEm
    const mayFit = lines.length <= rules.maxLines && height <= box.bottom - box.top
    if (!mayFit && capDots > least) continue
    const placed = placeLines(lines, box, rules.align, Math.ceil(font.ascent * dotsPerEm), dotsPerEm)
    const fits = mayFit && (placed.ink === undefined || boxHolds(box, placed.ink))
    if (fits || capDots === least) return { ...placed, dotsPerEm, fits, missing }
  }
}

/** Draws set text. */
export function drawText(bitmap: Bitmap, block: TextBlock): void {
  for (const { glyphs, x, baseline } of block.lines)
    for (const [glyph, at] of positions(glyphs, block.dotsPerEm))
      drawRuns(bitmap, glyph.shape(block.dotsPerEm).runs, x + at, baseline)
}

/** Glyphs that stay together, and the space that is dropped where a line is broken before them. Widths in ems. */
interface Word {
  readonly glyphs: readonly Glyph[]
  readonly width: number
  readonly space: readonly Glyph[]
  readonly spaceWidth: number
  /** Whether a line break was typed before it. */
  readonly startsLine: boolean
}

/** Spaces that break a line; or a word up to its hyphens; or a word. No-break spaces stay inside. */
const pieces = /[^\S\u00a0\u202f]+|(?:[\u00a0\u202f]|[^\s/-])*[/-]+|(?:[\u00a0\u202f]|[^\s/-])+/gu

function wordsOf(parts: readonly TextPart[]): {
  readonly words: readonly Word[]
  readonly missing: string | undefined
} {
  const words: Word[] = []
  let missing: string | undefined
  let space: readonly Glyph[] = []
  let startsLine = false
  for (const { text, font, whole } of parts)
    for (const [piece] of whole ? [[text]] : text.matchAll(pieces)) {
      const blank = piece.trim() === '' && !/[\u00a0\u202f]/u.test(piece)
      const shaped = shapeText(font, blank ? ' ' : piece)
      missing ??= shaped.missing
      if (blank) {
        space = shaped.glyphs
        startsLine ||= piece.includes('\n')
      } else {
        const width = widthOf(shaped.glyphs)
        words.push({ glyphs: shaped.glyphs, width, space, spaceWidth: widthOf(space), startsLine })
        space = []
        startsLine = false
      }
    }
  return { words, missing }
}

/** Lines no longer than `limit` ems where words allow, as few as that takes and about equally long. */
function breakEvenly(words: readonly Word[], limit: number): Glyph[][] {
  const lines = breakAt(words, limit)
  let [tooShort, enough] = [0, limit]
  for (let step = 0; step < 10 && lines.length > 1; step += 1) {
    const middle = (tooShort + enough) / 2
    if (breakAt(words, middle).length > lines.length) tooShort = middle
    else enough = middle
  }
  return breakAt(words, enough).map((line) =>
    line.flatMap((word, at) => (at === 0 ? word.glyphs : [...word.space, ...word.glyphs])),
  )
}

function breakAt(words: readonly Word[], limit: number): Word[][] {
  const lines: Word[][] = []
  let length = Infinity
  for (const word of words) {
    length += word.spaceWidth + word.width
    if (length <= limit && !word.startsLine) lines.at(-1)?.push(word)
    else {
      lines.push([word])
      length = word.width
    }
  }
  return lines
}

/** Puts lines into a box by their ink, so that sizes and weights align to the dot on either side. */
function placeLines(
  lines: readonly (readonly Glyph[])[],
  box: DotBox,
  align: TextRules['align'],
  ascent: number,
  dotsPerEm: number,
): { readonly lines: PlacedLine[]; readonly ink: DotBox | undefined } {
  const placed: PlacedLine[] = []
  let all: DotBox | undefined
  let baseline = box.top
  for (const glyphs of lines) {
    const ink = inkOf(glyphs, dotsPerEm) ?? { left: 0, top: 0, right: 0, bottom: 0 }
    baseline = all
      ? Math.max(baseline + Math.round(LEADING * dotsPerEm), all.bottom - ink.top + 1)
      : box.top + Math.max(ascent, -ink.top)
    const slack = box.right - box.left - (ink.right - ink.left)
    const x = box.left - ink.left + { left: 0, center: Math.floor(slack / 2), right: slack }[align]
    placed.push({ glyphs, x, baseline })
    all = unionBox(all, {
      left: ink.left + x,
      top: ink.top + baseline,
      right: ink.right + x,
      bottom: ink.bottom + baseline,
    })
  }
  return { lines: placed, ink: all }
}

function inkOf(glyphs: readonly Glyph[], dotsPerEm: number): DotBox | undefined {
  let all: DotBox | undefined
  for (const [glyph, at] of positions(glyphs, dotsPerEm)) {
    const { ink } = glyph.shape(dotsPerEm)
    if (ink) all = unionBox(all, { ...ink, left: ink.left + at, right: ink.right + at })
  }
  return all
}

/** Glyphs and the whole dot each begins at: a letter looks the same wherever it stands. */
function* positions(glyphs: readonly Glyph[], dotsPerEm: number): Generator<readonly [Glyph, number]> {
  let ems = 0
  for (const glyph of glyphs) {
    yield [glyph, Math.round(ems * dotsPerEm)]
    ems += glyph.advance
  }
}
