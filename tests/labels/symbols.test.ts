import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isBlack } from '../../shared/labels/bitmap.ts'
import { symbologies } from '../../shared/domain/labelLists.ts'
import { encodeSymbol } from '../../shared/labels/symbols.ts'
import { type SymbolElement, type Symbology, type Turn } from '../../shared/labels/template.ts'
import { contentOf, labelOf } from '../support/labels.ts'
import { hasDmtx, hasZbar, readWithDmtx, readWithZbar, scanWithZxing } from '../support/symbolReaders.ts'

const gtin = '09506000134352'
const unit = 'SJ-20260304-A-017'
const elements = `01${gtin}10SJ-20260304-A\u001d21017`
const link = `https://id.gs1.org/01/${gtin}/10/SJ-20260304-A/21/017`

/** What a scanner sends for each kind, with its symbology identifier. */
const scans: Readonly<Record<Symbology, string>> = {
  code128: `]C0${unit}`,
  qr: `]Q1${unit}`,
  datamatrix: `]d1${unit}`,
  'gs1-128': `]C1${elements}`,
  'gs1-datamatrix': `]d2${elements}`,
  'digital-link': `]Q1${link}`,
}

function symbol(symbology: Symbology, change: Partial<SymbolElement> = {}): SymbolElement {
  return {
    kind: 'symbol',
    symbology,
    field: 'code',
    place: { xMm: 2, yMm: 2, widthMm: 96, heightMm: 30 },
    indentMm: 0,
    maxModuleMm: 0.5,
    ...change,
  }
}

const heads = symbologies.flatMap((symbology) => ([203, 300] as const).map((dpi) => ({ symbology, dpi })))

describe.each(heads)('$symbology at $dpi dpi', ({ symbology, dpi }) => {
  const label = { widthMm: 100, heightMm: 100, dpi }

  test.each([0, 90, 180, 270] as const)('is read back turned by %d degrees', async (turn: Turn) => {
    const place =
      turn % 180 === 0 ? { xMm: 2, yMm: 2, widthMm: 96, heightMm: 30 } : { xMm: 40, yMm: 2, widthMm: 30, heightMm: 96 }
    const { bitmap, problems } = labelOf([symbol(symbology, { turn, place })], label, contentOf({ gtin }))
    expect(problems).toEqual([])
    expect((await scanWithZxing(bitmap)).map(({ identifier, text }) => identifier + text)).toEqual([scans[symbology]])
  })

  test('is read alike by a second decoder', ({ skip }) => {
    const { bitmap } = labelOf([symbol(symbology)], label, contentOf({ gtin }))
    const matrix = symbology.endsWith('datamatrix')
    skip(matrix ? !hasDmtx() : !hasZbar(), 'zbarimg or dmtxread is not installed (Debian: zbar-tools, dmtx-utils)')
    const read = matrix ? readWithDmtx(bitmap) : readWithZbar(bitmap)
    // Both tools leave out the leading FNC1; zbar prints GS as it is.
    expect(read.map((text) => (text.startsWith('\u001d') ? text.slice(1) : text))).toEqual([scans[symbology].slice(3)])
  })
})

test('a unit fits two inches as QR code where its Code 128 does not', () => {
  const label = { widthMm: 50.8, heightMm: 25.4, dpi: 203 }
  const place = { xMm: 1, yMm: 1, widthMm: 48.8, heightMm: 23 }
  expect(labelOf([symbol('code128', { place })], label).problems).toHaveLength(1)
  expect(labelOf([symbol('qr', { place })], label).problems).toEqual([])
})

test.each(['gs1-128', 'gs1-datamatrix', 'digital-link'] as const)(
  '%s without a GTIN is refused at the GTIN',
  (kind) => {
    const { problems } = labelOf([symbol(kind)], { widthMm: 100, heightMm: 40, dpi: 203 })
    expect(problems.map(({ field }) => field)).toEqual(['gtin'])
    expect(problems[0]?.message).toMatch(/^A GS1 code needs the product’s GTIN/)
  },
)

test.each([
  ['a wrong check digit', { gtin: '09506000134353' }, 'gtin', /wrong check digit/],
  ['a lot that GS1 cannot write', { gtin, lotNumber: 'SJ#1', unitNumber: null }, 'lotNumber', /cannot hold “#”/],
] as const)('%s is refused at its field', (_what, change, field, message) => {
  const { problems } = labelOf([symbol('gs1-datamatrix')], { widthMm: 100, heightMm: 40, dpi: 203 }, contentOf(change))
  expect(problems).toEqual([{ field, message: expect.stringMatching(message) }])
})

test.each(symbologies)('%s holds no character that readers disagree on: it is refused and named', (symbology) => {
  const foreign = fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }).filter((each) => !/[\x20-\x7e]/.test(each))
  const around = fc.stringMatching(/^[A-Z\d-]{0,8}$/)
  fc.assert(
    fc.property(around, foreign, around, (before, character, after) => {
      expect(encodeSymbol(symbology, `${before}${character}${after}`)).toEqual({
        ok: false,
        reason: 'character',
        character,
      })
    }),
  )
})

test('modules of two-dimensional codes are never below 0.33 mm, and the refusal says how much they need', () => {
  const at = (mm: number) =>
    labelOf([symbol('qr', { place: { xMm: 1, yMm: 1, widthMm: mm, heightMm: mm } })], {
      widthMm: 30,
      heightMm: 30,
      dpi: 203,
    })
  // 21 modules and 4 of white on either side, 3 dots each.
  expect(at(10.875).problems).toEqual([])
  expect(at(10.8).problems).toEqual([
    {
      field: 'unitNumber',
      message:
        'The code of SJ-20260304-A-017 needs 10.9 mm each way at 203 dpi. Make its place larger, or use a larger label.',
    },
  ])
})

test('ink in the white of a QR code is refused, ink beside it is not', () => {
  const line = (xMm: number) => ({ kind: 'line', place: { xMm, yMm: 5, widthMm: 0.5, heightMm: 4 } }) as const
  const code = symbol('qr', { place: { xMm: 1, yMm: 1, widthMm: 10.875, heightMm: 10.875 } })
  const problems = [11.3, 11.9].map(
    (xMm) => labelOf([code, line(xMm)], { widthMm: 30, heightMm: 30, dpi: 203 }).problems,
  )
  expect(problems.map((each) => each.map(({ field }) => field))).toEqual([['line'], []])
})

test('thin bars print with a warning', () => {
  const place = { xMm: 0, yMm: 2, widthMm: 40, heightMm: 12 }
  const { problems, warnings } = labelOf([symbol('code128', { place })], { widthMm: 40, heightMm: 16, dpi: 300 })
  expect([problems, warnings.map(({ message }) => message)]).toEqual([
    [],
    [expect.stringMatching(/are 0\.17 mm thin: scan one before you print the rest/)],
  ])
})

describe('other elements', () => {
  const label = { widthMm: 40, heightMm: 40, dpi: 203 }

  test('text turned by 90 degrees is the same dots, turned', () => {
    const text = (turn: Turn, widthMm: number, heightMm: number) =>
      labelOf(
        [
          {
            kind: 'text',
            field: 'product',
            place: { xMm: 5, yMm: 5, widthMm, heightMm },
            turn,
            sizeMm: 5,
            minSizeMm: 2,
            weight: 'bold',
            align: 'left',
            maxLines: 1,
          },
        ],
        label,
      ).bitmap
    const [upright, turned] = [text(0, 30, 6), text(90, 6, 30)]
    let different = 0
    for (let y = 0; y < 240; y += 1)
      for (let x = 0; x < 48; x += 1)
        if (isBlack(turned, 40 + x, 40 + y) !== isBlack(upright, 40 + y, 40 + 47 - x)) different += 1
    expect(different).toBe(0)
  })

  test('a mandated sentence is never set below the size that the state asks for', () => {
    const say = (heightMm: number, statementPt: number | null) =>
      labelOf(
        [
          {
            kind: 'text',
            field: 'statement',
            place: { xMm: 1, yMm: 1, widthMm: 38, heightMm },
            sizeMm: 3,
            minSizeMm: 1.4,
            weight: 'regular',
            align: 'left',
            maxLines: 6,
          },
        ],
        label,
        contentOf({ statement: 'Made in a Home Kitchen', statementPt }),
      ).problems
    expect([say(4, null), say(12, 12)]).toEqual([[], []])
    expect(say(4, 12)).toEqual([
      {
        field: 'statement',
        message: expect.stringMatching(/does not fit its place even at 12 points, the size the state asks for/),
      },
    ])
  })

  test('a gray picture becomes as many dots as it is dark, fitted without being stretched', () => {
    const grays = Buffer.alloc(32 * 16, 128).toString('base64')
    const { bitmap, problems } = labelOf(
      [
        {
          kind: 'image',
          place: { xMm: 4, yMm: 4, widthMm: 16, heightMm: 16 },
          widthPx: 32,
          heightPx: 16,
          grayBase64: grays,
        },
      ],
      label,
    )
    let black = 0
    for (let y = 0; y < 320; y += 1) for (let x = 0; x < 320; x += 1) if (isBlack(bitmap, x, y)) black += 1
    expect(problems).toEqual([])
    expect(black / (128 * 64)).toBeCloseTo(0.5, 1)
  })

  test('a picture that is cut off is refused', () => {
    const place = { xMm: 4, yMm: 4, widthMm: 16, heightMm: 16 }
    const { problems } = labelOf([{ kind: 'image', place, widthPx: 32, heightPx: 32, grayBase64: 'AAAA' }], label)
    expect(problems.map(({ field }) => field)).toEqual(['image'])
  })

  test('on a round label ink in the corners is refused, in the middle not', () => {
    const text = (xMm: number, yMm: number) =>
      labelOf(
        [
          {
            kind: 'text',
            field: 'product',
            place: { xMm, yMm, widthMm: 20, heightMm: 5 },
            sizeMm: 3,
            minSizeMm: 2,
            weight: 'bold',
            align: 'left',
            maxLines: 1,
          },
        ],
        { ...label, shape: 'round' },
      ).problems.map(({ message }) => message)
    expect(text(10, 18)).toEqual([])
    expect(text(1, 1)).toEqual([
      'The product name reaches over the edge of the round label of 40 × 40 mm. Use a larger label or move it inwards.',
    ])
  })
})
