import type { KitchenOut } from '../../shared/api/kitchen.ts'
import type { z } from '../../shared/api/zod.ts'
import { showDay } from '../../shared/domain/day.ts'
import { countWord } from '../../shared/domain/quantity.ts'
import { type Html, html } from './html.ts'
import { reportStyle } from './reportStyle.ts'
import { sayNumber } from '../../shared/words/say.ts'

interface SlipLine {
  readonly product: string
  readonly lotNumber: string
  readonly serials: string
  readonly madeOn: string
  readonly bestBy: string | null
  readonly units: number
  readonly unit: string
  readonly priceCents: number | null
}

export interface Slip {
  readonly kitchen: z.infer<typeof KitchenOut>
  readonly place: string
  readonly placeAddress: string
  readonly sentOn: string
  readonly reference: string
  readonly note: string
  readonly lines: readonly SlipLine[]
}

/** The delivery slip that goes with the goods: it is also the customer's list of lots. One self-contained page. */
export function slipHtml({ kitchen, place, placeAddress, sentOn, reference, note, lines }: Slip): string {
  const priced = lines.some((line) => line.priceCents !== null)
  const total = lines.reduce((sum, line) => sum + line.units * (line.priceCents ?? 0), 0)
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>Delivery slip: ${place}, ${showDay(sentOn)}</title>
        <style>
          ${{ markup: reportStyle(`${kitchen.name || 'Delivery slip'}, ${showDay(sentOn)}`) }}
        </style>
      </head>
      <body>
        <header>
          <div>
            <h1>Delivery slip</h1>
            <p class="notice">${place}</p>
          </div>
          <address>
            ${[kitchen.name || 'Kitchen name not entered', kitchen.address, kitchen.phone, kitchen.email]
              .filter(Boolean)
              .map((line) => html`<span>${line}</span>`)}
          </address>
        </header>
        <dl class="facts">
          <div>
            <dt>Delivered on</dt>
            <dd>${showDay(sentOn)}</dd>
          </div>
          <div>
            <dt>Number</dt>
            <dd>${reference || '—'}</dd>
          </div>
          <div>
            <dt>Delivered to</dt>
            <dd>${place}${placeAddress ? html`<br />${placeAddress}` : null}</dd>
          </div>
        </dl>
        <section>
          <h2>Goods and their lots</h2>
          <table>
            <thead>
              <tr>
                <th>Product</th>
                <th>Lot</th>
                <th>Numbers</th>
                <th>Made on</th>
                <th>Best by</th>
                <th class="n">Units</th>
                ${
                  priced
                    ? html`<th class="n">Price each</th>
                        <th class="n">Amount</th>`
                    : null
                }
              </tr>
            </thead>
            <tbody>
              ${lines.map((line) => lineRow(line, priced))} ${priced ? totalRow(total) : null}
            </tbody>
          </table>
        </section>
        ${note ? html`<p>${note}</p>` : null}
        <section class="method">
          <p>
            Please keep this list with your purchase records: should we ever have to recall a lot, its number is how you
            find it. A lot number stands on every label.
          </p>
          <div class="sign">
            <p>Received by</p>
            <p>Date</p>
          </div>
        </section>
      </body>
    </html>`.markup
}

function lineRow(line: SlipLine, priced: boolean): Html {
  const { product, lotNumber, serials, madeOn, bestBy, units, unit, priceCents } = line
  return html`<tr>
    <th scope="row">${product}</th>
    <td class="w">${lotNumber}</td>
    <td class="serials">${serials}</td>
    <td class="w">${showDay(madeOn)}</td>
    <td class="w">${bestBy === null ? '—' : showDay(bestBy)}</td>
    <td class="n">${sayNumber(units)} ${countWord(unit, units)}</td>
    ${
      priced
        ? html`<td class="n">${priceCents === null ? '—' : dollars(priceCents)}</td>
            <td class="n">${priceCents === null ? '—' : dollars(units * priceCents)}</td>`
        : null
    }
  </tr>`
}

function totalRow(cents: number): Html {
  return html`<tr>
    <th scope="row" colspan="7">Total</th>
    <td class="n"><strong>${dollars(cents)}</strong></td>
  </tr>`
}

function dollars(cents: number): string {
  return new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' }).format(cents / 100)
}
