import { discardReasons } from '../../shared/domain/reasons.ts'
import { showDay } from '../../shared/domain/day.ts'
import { countWord } from '../../shared/domain/quantity.ts'
import { type Html, html } from './html.ts'
import { momentIn } from './moment.ts'
import { reportStyle } from './reportStyle.ts'
import { qrSvg } from './symbolSvg.ts'

/** What is printed on a sheet on which a batch is written down by hand. */
export interface BlankSheet {
  readonly code: string
  /** An instant. */
  readonly printedAt: string
  readonly product: string
  readonly unit: string
  readonly planned: number
  /** The recipe with its version, or the batch that is repeated. */
  readonly madeBy: string
  /** The day of its plan. */
  readonly plannedFor: string | null
  /** The note of its plan. */
  readonly note: string
  readonly packs: readonly { readonly name: string; readonly unit: string; readonly expected: number }[]
  readonly lines: readonly { readonly ingredient: string; readonly quantity: string }[]
  /** What the recipe wants to be read, each in a few words. */
  readonly readings: readonly string[]
  readonly equipment: readonly string[]
}

interface BlankSheets {
  readonly kitchen: string
  readonly zone: string
  readonly sheets: readonly BlankSheet[]
}

/** Readings may be taken again, and of what the recipe does not ask. */
const SPARE_READINGS = 2
/** Something may go in that the recipe does not know. */
const SPARE_LINES = 1
const NOTE_LINES = 4

/** Blank sheets, each beginning a page of its own; one self-contained page for a printer. */
export function blankSheetsHtml({ kitchen, zone, sheets }: BlankSheets): string {
  const title = sheets.length === 1 ? `Blank sheet: ${sheets[0]?.product ?? ''}` : `${sheets.length} blank sheets`
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
        <style>
          ${{ markup: reportStyle(kitchen || 'Traceberry') + style }}
        </style>
      </head>
      <body>
        ${sheets.map((sheet) => sheetHtml(sheet, zone))}
      </body>
    </html>`.markup
}

function sheetHtml(sheet: BlankSheet, zone: string): Html {
  const { code, product, unit, planned, madeBy, plannedFor, note } = sheet
  return html`<article>
    <header>
      <div>
        <h1>${product}</h1>
        <p class="notice">
          ${madeBy} · ${planned}
          ${countWord(unit, planned)}${plannedFor === null ? null : ` · planned for ${showDay(plannedFor)}`}
        </p>
        ${note ? html`<p class="notice">${note}</p>` : null}
        <p class="how">
          Write on this sheet while there is no power. Afterwards scan the code, or type it after Ctrl+K: the page of
          the batch opens filled in.
        </p>
      </div>
      <figure>
        ${qrSvg(code, 30)}
        <figcaption>${code}</figcaption>
      </figure>
    </header>
    <div class="blanks">
      ${blank('Lot number, if the jars have one already')} ${blank('Made on')} ${blank('Begun at')} ${blank('Done at')}
    </div>
    <div class="blanks two">${blank('Who')} ${equipment(sheet.equipment)}</div>
    <table class="write">
      <thead>
        <tr>
          <th class="name">Ingredient</th>
          <th class="n">Planned</th>
          <th class="short">Used, if different</th>
          <th>Lot on the bag, or whose and when bought</th>
        </tr>
      </thead>
      <tbody>
        ${sheet.lines.map(
          ({ ingredient, quantity }) =>
            html`<tr>
              <th scope="row">${ingredient}</th>
              <td class="n">${quantity}</td>
              <td></td>
              <td></td>
            </tr>`,
        )}
        ${emptyRows(SPARE_LINES, 4)}
      </tbody>
    </table>
    <div class="side">
      <div>
        <table class="write">
          <thead>
            <tr>
              <th class="name">Reading</th>
              <th>Read</th>
              <th>At</th>
            </tr>
          </thead>
          <tbody>
            ${sheet.readings.map(
              (reading) =>
                html`<tr>
                  <th scope="row">${reading}</th>
                  <td></td>
                  <td></td>
                </tr>`,
            )}
            ${emptyRows(SPARE_READINGS, 3)}
          </tbody>
        </table>
        <p class="end">
          <span><i></i> typed into Traceberry</span> printed ${momentIn(sheet.printedAt, zone)}
        </p>
      </div>
      <div>
        <table class="write">
          <thead>
            <tr>
              <th class="name">What came out</th>
              <th>Made</th>
              <th>Discarded</th>
              <th>Set aside</th>
            </tr>
          </thead>
          <tbody>
            ${sheet.packs.map(
              ({ name, unit: word, expected }) =>
                html`<tr>
                  <th scope="row">${name} <small>${expected} ${countWord(word, expected)} expected</small></th>
                  <td></td>
                  <td></td>
                  <td></td>
                </tr>`,
            )}
          </tbody>
        </table>
        <p class="ticks">Why discarded: ${discardReasons.map((reason) => html`<span><i></i> ${reason}</span>`)}</p>
        <div class="notes">
          <p>Notes</p>
          ${Array.from({ length: NOTE_LINES }, () => html`<hr />`)}
        </div>
      </div>
    </div>
  </article>`
}

function blank(label: string): Html {
  return html`<p>${label}</p>`
}

/** The equipment that the recipe names, to tick, and room for another. */
function equipment(names: readonly string[]): Html {
  return html`<p>Equipment${names.map((name) => html` <span><i></i> ${name}</span>`)}</p>`
}

function emptyRows(count: number, cells: number): Html[] {
  return Array.from(
    { length: count },
    () =>
      html`<tr>
        ${Array.from({ length: cells }, () => html`<td></td>`)}
      </tr>`,
  )
}

/** Room for a pen: a hand writes 8 mm high. */
const style = `
@page { margin: 11mm 14mm 14mm; }
article { break-after: page; }
article:last-child { break-after: auto; }
article header { border-bottom-width: 1pt; align-items: start; padding-bottom: 2mm; }
.how { margin: 2mm 0 0; font-size: 8.5pt; color: #444; max-width: 110mm; }
figure { margin: 0; text-align: center; }
figcaption { font: 9pt ui-monospace, "Liberation Mono", monospace; white-space: nowrap; }
.blanks { display: grid; grid-template-columns: 2fr 1fr 1fr 1fr; gap: 4mm; margin-top: 2mm; }
.blanks.two { grid-template-columns: 1fr 1fr; }
.blanks p { margin: 0; height: 12mm; border-bottom: .75pt solid #333; font-size: 8.5pt; color: #444; }
.blanks span, .ticks span { display: inline-block; margin-left: 3mm; color: #1a1a1a; font-size: 9.5pt; white-space: nowrap; }
i { display: inline-block; width: 3.2mm; height: 3.2mm; border: .75pt solid #333; vertical-align: -.3mm; }
table.write { margin-top: 3mm; font-size: 9.5pt; }
table.write td, table.write th { border: .5pt solid #777; vertical-align: middle; }
table.write tbody td, table.write tbody th { height: 8mm; padding-block: .5mm; }
table.write thead th { background: #f1efec; }
.name { width: 30%; }
.short { width: 20%; }
.side { display: grid; grid-template-columns: 1fr 1fr; gap: 4mm; align-items: start; }
.side .name { width: 44%; }
.ticks span { margin: 0 3mm 0 0; }
.ticks { margin: 2mm 0 0; font-size: 8.5pt; color: #444; }
.notes { margin-top: 2mm; }
.notes p { margin: 0; font-size: 8.5pt; color: #444; }
hr { border: 0; border-bottom: .5pt solid #777; height: 7.5mm; margin: 0; }
.end { display: flex; justify-content: space-between; margin: 3mm 0 0; font-size: 8.5pt; color: #444; }
`
