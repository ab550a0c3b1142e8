import { showDay } from '../../shared/domain/day.ts'
import { type Html, html } from './html.ts'
import { reportStyle } from './reportStyle.ts'
import type { Cell, ColumnKind, Sheet } from './sheet.ts'
import { sayNumber } from '../../shared/words/say.ts'

export interface LogReport {
  readonly title: string
  /** `Mar 1, 2026 to Mar 31, 2026`. */
  readonly period: string
  readonly kitchen: { readonly name: string; readonly address: string; readonly phone: string; readonly email: string }
  readonly sheets: readonly Sheet[]
  /** Sentences below the tables: what this is, and what it is not. */
  readonly notes: readonly string[]
}

/** Tables as one self-contained page: no script, nothing fetched. Prints on US Letter, wide. */
export function logHtml({ title, period, kitchen, sheets, notes }: LogReport): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}, ${period}</title>
        <style>
          ${{ markup: `${reportStyle(`${kitchen.name || title}, ${period}`)}${wide}` }}
        </style>
      </head>
      <body>
        <header>
          <div>
            <h1>${title}</h1>
            <p class="notice">${period}</p>
          </div>
          <address>
            ${[kitchen.name || 'Kitchen name not entered', kitchen.address, kitchen.phone, kitchen.email]
              .filter(Boolean)
              .map((line) => html`<span>${line}</span>`)}
          </address>
        </header>
        ${sheets.map((sheet) => sheetSection(sheet))}
        <section class="method">${notes.map((note) => html`<p>${note}</p>`)}</section>
      </body>
    </html>`.markup
}

const wide = `
@page { size: letter landscape; margin: 12mm 11mm 15mm; }
body { max-width: 257mm; }
table { font-size: 7.5pt; }
td, th { padding: 1mm 1.3mm; }
thead .n { white-space: normal; }
`

function sheetSection({ name, columns, rows }: Sheet): Html {
  if (rows.length === 0)
    return html`<section>
      <h2>${name}</h2>
      <p class="none">Nothing was recorded in this period.</p>
    </section>`
  const isNumber = (kind: ColumnKind) => kind === 'number' || kind === 'money'
  return html`<section>
    <h2>${name}</h2>
    <table>
      <thead>
        <tr>
          ${columns.map(({ head, kind }) => (isNumber(kind) ? html`<th class="n">${head}</th>` : html`<th>${head}</th>`))}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${columns.map(({ kind }, at) => {
                const cell = cellText(row[at] ?? null, kind)
                return isNumber(kind)
                  ? html`<td class="n">${cell}</td>`
                  : kind === 'day' || isCode(cell)
                    ? html`<td class="w">${cell}</td>`
                    : html`<td>${cell}</td>`
              })}
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`
}

/** Short texts, lot numbers above all, stay on their line. */
function isCode(cell: string): boolean {
  return cell.length <= 16 && !cell.includes(' ')
}

function cellText(cell: Cell, kind: ColumnKind): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return kind === 'day' ? showDay(cell) : cell
  return kind === 'money'
    ? new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' }).format(cell / 100)
    : sayNumber(cell)
}
