import { layOut, nodeSize, pathOf } from '../../shared/domain/graphLayout.ts'
import { boxText, quantitiesOf } from '../../shared/domain/graphText.ts'
import { type Shown, type ShownGraph, type TraceGraph, wayTo } from '../../shared/domain/traceGraph.ts'
import { type Html, html } from './html.ts'
import { reportStyle } from './reportStyle.ts'

interface Svg {
  readonly markup: string
  /** Pixels. */
  readonly width: number
  readonly height: number
}

const MARGIN = 24
const FONT = 'Segoe UI, Helvetica Neue, Helvetica, Arial, Liberation Sans, sans-serif'

/** The graph of a trace as one SVG in the colours of paper: the asked thing, and the way to what is sought, stand out. */
export function graphSvg(shown: ShownGraph, { asked, sought }: Pick<TraceGraph, 'asked' | 'sought'>): Svg {
  const { at, lines, width, height } = layOut(shown.nodes, shown.edges)
  const way = sought === null ? new Set([asked]) : wayTo(sought, shown)
  const [wide, high] = [width + 2 * MARGIN, height + 2 * MARGIN]
  const drawing = html`<svg
    xmlns="http://www.w3.org/2000/svg"
    width="${wide}"
    height="${high}"
    viewBox="${-MARGIN} ${-MARGIN} ${wide} ${high}"
    font-family="${FONT}"
    role="img"
  >
    <rect x="${-MARGIN}" y="${-MARGIN}" width="${wide}" height="${high}" fill="#ffffff" />
    ${lines.map(({ edge, points }) => {
      const isWay = way.has(edge.from) && way.has(edge.to)
      return html`<path
        d="${pathOf(points)}"
        fill="none"
        stroke="${isWay ? '#8e1c43' : '#9a9088'}"
        stroke-width="${isWay ? 3 : 1.5}"
      />`
    })}
    ${quantitiesOf(lines).map(
      // After all lines and with an edge of paper around it: no line crosses what is written.
      ({ text, x, y, anchor }) =>
        html`<text
          x="${x}"
          y="${y}"
          font-size="12"
          fill="#4d4540"
          stroke="#ffffff"
          stroke-width="4"
          paint-order="stroke"
          text-anchor="${anchor}"
          >${text}</text
        >`,
    )}
    ${shown.nodes.map((node) => {
      const point = at.get(node.key)
      return point ? box(node, point.x, point.y, node.key === asked, way.has(node.key)) : null
    })}
  </svg>`
  return { markup: drawing.markup, width: wide, height: high }
}

function box(shown: Shown, x: number, y: number, isAsked: boolean, isWay: boolean): Html {
  const { width, height } = nodeSize
  const { head, name, detail } = boxText(shown)
  const ink = isAsked || isWay ? '#8e1c43' : '#6b625b'
  const line = (text: string, down: number, size: number, weight: number, fill: string) =>
    text === ''
      ? null
      : html`<text x="${x + 14}" y="${y + down}" font-size="${size}" font-weight="${weight}" fill="${fill}"
          >${text}</text
        >`
  return html`${
      shown.isGroup
        ? html`<rect
            x="${x + 5}"
            y="${y + 5}"
            width="${width}"
            height="${height}"
            rx="10"
            fill="#efebe6"
            stroke="#9a9088"
          />`
        : null
    }<rect
      x="${x}"
      y="${y}"
      width="${width}"
      height="${height}"
      rx="10"
      fill="${isAsked ? '#fbeef2' : '#ffffff'}"
      stroke="${ink}"
      stroke-width="${isAsked || isWay ? 3 : 1.25}"
    />
    ${line(head, 22, 12, 400, '#635a53')}${name.map((text, at) => line(text, (head ? 43 : 36) + 19 * at, 15, 600, '#221d1a'))}${detail.map((text, at) => line(text, (head ? 43 : 36) + 19 * name.length + 2 + 14 * at, 13, 400, '#635a53'))}`
}

interface GraphPage {
  readonly svg: Svg
  readonly title: string
  readonly kitchen: string
  readonly day: string
}

/** A letter page on its side is as small as the paper gets. */
const LETTER_MM = { wide: 279, high: 216 }
const PAGE_MARGIN_MM = 12
const HEAD_MM = 18
const MM_PX = 25.4 / 96
/** Half the size of the screen can still be read. */
const SMALLEST = 0.5

/** The drawing on one page: a letter page where it can be read on one, otherwise one that is as large as it must be. */
export function graphPage({ svg, title, kitchen, day }: GraphPage): string {
  const fits = Math.min(
    (LETTER_MM.wide - 2 * PAGE_MARGIN_MM) / (svg.width * MM_PX),
    (LETTER_MM.high - 2 * PAGE_MARGIN_MM - HEAD_MM) / (svg.height * MM_PX),
  )
  const scale = Math.min(1, Math.max(SMALLEST, fits))
  const wide = Math.max(LETTER_MM.wide, Math.ceil(svg.width * MM_PX * scale) + 2 * PAGE_MARGIN_MM)
  const high = Math.max(LETTER_MM.high, Math.ceil(svg.height * MM_PX * scale) + 2 * PAGE_MARGIN_MM + HEAD_MM + 2)
  const style = `${reportStyle(`${kitchen}, trace of ${title}, ${day}`)}
@page { size: ${wide}mm ${high}mm; margin: ${PAGE_MARGIN_MM}mm; }
body { max-width: none; padding: 0; }
h1 { font-size: 14pt; }
svg { display: block; width: ${svg.width * MM_PX * scale}mm; height: ${svg.height * MM_PX * scale}mm; }`
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>Trace of ${title}</title>
        <style>
          ${{ markup: style }}
        </style>
      </head>
      <body>
        <h1>Trace of ${title}</h1>
        <p>
          ${[kitchen, day].filter(Boolean).join(', ')}. What went in stands to the left, where it went to the right.
        </p>
        ${{ markup: svg.markup }}
      </body>
    </html>`.markup
}
