import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { showDay } from '../../shared/domain/day.ts'
import { formatQuantity } from '../../shared/domain/quantity.ts'
import type { ReadableRows } from '../db/readableRows.ts'
import { type Html, html } from '../reports/html.ts'
import { type Sheet, sheetOf } from '../reports/sheet.ts'
import { sheetCsv } from '../reports/sheetCsv.ts'

/**
 * Writes what the record says for a person without the app: one page for a browser, and a table for spreadsheets for
 * each kind of fact.
 * @param at when the record was copied, UTC
 */
export function writeReadable(folder: string, rows: ReadableRows, at: string): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'Read me.html'), page(rows, at).markup)
  for (const sheet of sheets(rows)) writeFileSync(path.join(folder, `${sheet.name}.csv`), sheetCsv(sheet))
}

function sheets({ batches, uses, sent, lots }: ReadableRows): Sheet[] {
  const text = 'text' as const
  return [
    sheetOf(
      'batches',
      [
        { key: 'lot_number', head: 'Lot number', kind: text, cell: (row) => row.lot_number },
        { key: 'product', head: 'Product', kind: text, cell: (row) => row.product },
        { key: 'made_on', head: 'Made on', kind: 'day', cell: (row) => row.made_on },
        { key: 'made', head: 'Made', kind: 'number', cell: (row) => row.made },
        { key: 'unit', head: 'Unit', kind: text, cell: (row) => row.unit },
        { key: 'note', head: 'Note', kind: text, cell: (row) => row.note },
        { key: 'voided', head: 'Voided because', kind: text, cell: (row) => row.voided },
      ],
      batches,
    ),
    sheetOf(
      'ingredients used',
      [
        { key: 'lot_number', head: 'Batch', kind: text, cell: (row) => row.lot_number },
        { key: 'ingredient', head: 'Ingredient', kind: text, cell: (row) => row.ingredient },
        { key: 'quantity', head: 'Quantity', kind: text, cell: (row) => row.quantity },
        { key: 'made_lot', head: 'Own lot', kind: text, cell: (row) => row.lot },
        { key: 'supplier', head: 'Supplier', kind: text, cell: (row) => row.supplier },
        { key: 'received_on', head: 'Received on', kind: 'day', cell: (row) => row.received_on },
        { key: 'supplier_lot', head: 'Supplier lot', kind: text, cell: (row) => row.supplier_lot },
      ],
      uses,
    ),
    sheetOf(
      'sent out',
      [
        { key: 'lot_number', head: 'Lot number', kind: text, cell: (row) => row.lot_number },
        { key: 'place', head: 'Place', kind: text, cell: (row) => row.place },
        { key: 'contact', head: 'Contact', kind: text, cell: (row) => row.contact },
        { key: 'sent_on', head: 'Sent on', kind: 'day', cell: (row) => row.sent_on },
        { key: 'reference', head: 'Reference', kind: text, cell: (row) => row.reference },
        { key: 'first_unit', head: 'First unit', kind: 'number', cell: (row) => row.first },
        { key: 'last_unit', head: 'Last unit', kind: 'number', cell: (row) => row.last },
        { key: 'taken_back', head: 'Taken back because', kind: text, cell: (row) => row.taken_back },
      ],
      sent,
    ),
    sheetOf(
      'lots',
      [
        { key: 'item', head: 'Item', kind: text, cell: (row) => row.item },
        { key: 'lot_number', head: 'Own lot', kind: text, cell: (row) => row.lot_number },
        { key: 'supplier', head: 'Supplier', kind: text, cell: (row) => row.supplier },
        { key: 'supplier_contact', head: 'Contact', kind: text, cell: (row) => row.supplier_contact },
        { key: 'received_on', head: 'Received on', kind: 'day', cell: (row) => row.received_on },
        { key: 'best_by', head: 'Best by', kind: 'day', cell: (row) => row.best_by },
        { key: 'supplier_lot', head: 'Supplier lot', kind: text, cell: (row) => row.supplier_lot },
        { key: 'received', head: 'Received', kind: text, cell: (row) => row.received },
        { key: 'on_hand', head: 'On hand', kind: text, cell: (row) => formatQuantity(row.on_hand, row.unit) },
        { key: 'on_hold', head: 'On hold', kind: text, cell: (row) => (row.held === 1 ? 'yes' : '') },
      ],
      lots,
    ),
  ]
}

function page(rows: ReadableRows, at: string): Html {
  const uses = Map.groupBy(rows.uses, (row) => row.batch_id)
  const sent = Map.groupBy(rows.sent, (row) => row.batch_id)
  const title = `${rows.kitchen === '' ? 'Batch record' : rows.kitchen}, as of ${at.slice(0, 16).replace('T', ' ')} UTC`
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>${title}</title>
        <meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <style>
          body {
            font:
              15px/1.45 system-ui,
              sans-serif;
            max-width: 70rem;
            margin: 2rem auto;
            padding: 0 1rem;
            color: #1a1a1a;
            background: #fff;
          }
          h2 {
            margin: 2.5rem 0 0.5rem;
          }
          h3 {
            margin: 1.75rem 0 0.25rem;
          }
          p {
            margin: 0.25rem 0;
          }
          table {
            border-collapse: collapse;
            width: 100%;
          }
          th,
          td {
            text-align: left;
            vertical-align: top;
            padding: 0.25rem 0.75rem 0.25rem 0;
            border-bottom: 1px solid #ddd;
          }
          .dim {
            color: #555;
          }
          .void {
            color: #9a1b1b;
          }
        </style>
      </head>
      <body>
        <h1>${title}</h1>
        <p>
          This page was written by Traceberry beside a backup, so that it can be read without the app. The tables beside
          it open in any spreadsheet. To find a jar, search this page for its lot number (Ctrl+F).
        </p>
        <p class="dim">${rows.batches.length} batches, newest first; then what is in the pantry.</p>
        <h2>Batches</h2>
        ${rows.batches.map((batch) => batchPart(batch, uses.get(batch.id) ?? [], sent.get(batch.id) ?? []))}
        <h2>Lots</h2>
        <table>
          <tr>
            <th>Item</th>
            <th>Lot</th>
            <th>From</th>
            <th>Received</th>
            <th>Best by</th>
            <th>Had</th>
            <th>On hand</th>
          </tr>
          ${rows.lots.map(
            (lot) =>
              html`<tr>
                <td>${lot.item}${lot.held === 1 ? ' (on hold)' : ''}</td>
                <td>${lot.lot_number ?? lot.supplier_lot}</td>
                <td>${lot.supplier}</td>
                <td>${dayText(lot.received_on)}</td>
                <td>${dayText(lot.best_by)}</td>
                <td>${lot.received}</td>
                <td>${formatQuantity(lot.on_hand, lot.unit)}</td>
              </tr> `,
          )}
        </table>
      </body>
    </html> `
}

function batchPart(
  batch: ReadableRows['batches'][number],
  uses: ReadableRows['uses'],
  sent: ReadableRows['sent'],
): Html {
  return html`<h3>
      ${batch.lot_number}
      <span class="dim">${batch.product}, ${showDay(batch.made_on)}, made ${batch.made} (${batch.unit})</span>
    </h3>
    ${batch.voided === null ? '' : html`<p class="void">Voided: ${batch.voided}</p>`}${batch.note === '' ? '' : html`<p>${batch.note}</p>`}
    <table>
      ${uses.map(
        (use) =>
          html`<tr>
            <td>${use.quantity}</td>
            <td>${use.ingredient}</td>
            <td>${originOf(use)}</td>
          </tr> `,
      )}
    </table>
    ${sent.map(
      (row) =>
        html`<p>
          ${unitsOf(row)} to ${row.place},
          ${showDay(row.sent_on)}${row.reference === '' ? '' : ` (${row.reference})`}${row.contact === '' ? '' : html` <span class="dim">${row.contact}</span>`}${row.taken_back === null ? '' : html` <span class="void">taken back: ${row.taken_back}</span>`}
        </p> `,
    )}`
}

function originOf(use: ReadableRows['uses'][number]): string {
  if (use.lot !== null) return `own batch ${use.lot}`
  const parts = [use.supplier, use.received_on === null ? null : `received ${showDay(use.received_on)}`]
  if (use.supplier_lot !== null) parts.push(`lot ${use.supplier_lot}`)
  const known = parts.filter((part) => part !== null)
  return known.length === 0 ? 'lot not recorded' : known.join(', ')
}

function unitsOf({ first, last, units }: ReadableRows['sent'][number]): string {
  if (first === null || last === null) return `${units} units`
  const serial = (unit: number) => String(unit).padStart(3, '0')
  return first === last ? `unit ${serial(first)}` : `units ${serial(first)} to ${serial(last)}`
}

function dayText(day: string | null): string {
  return day === null ? '' : showDay(day)
}
