import type { KitchenOut } from '../../shared/api/kitchen.ts'
import type { RecallScope } from '../../shared/api/recall.ts'
import type { z } from '../../shared/api/zod.ts'
import { showDay } from '../../shared/domain/day.ts'
import { BALANCE_FORMULA, type Tolerances } from '../../shared/domain/drillScore.ts'
import { accountedPercent } from '../../shared/domain/massBalance.ts'
import { countWord } from '../../shared/domain/quantity.ts'
import { type Html, html } from './html.ts'
import { momentIn } from './moment.ts'
import { reportStyle } from './reportStyle.ts'
import { sayNumber } from '../../shared/words/say.ts'

export interface RecallReport {
  readonly scope: RecallScope
  readonly kitchen: z.infer<typeof KitchenOut>
  readonly tolerances: Tolerances
  readonly reason: string
  readonly version: string
}

type Batch = RecallScope['affected'][number]

/** The recall report as one self-contained page: no script, no picture, nothing fetched. Prints on US Letter. */
export function recallHtml({ scope, kitchen, tolerances, reason, version }: RecallReport): string {
  const { affected, cannotTell } = scope.totals
  const unit = countWord(scope.unit, 2)
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>Recall report: ${scope.notice}</title>
        <style>
          ${{ markup: reportStyle(`${kitchen.name || 'Recall report'}, ${scope.notice}`) }}
        </style>
      </head>
      <body>
        <header>
          <div>
            <h1>Recall report</h1>
            <p class="notice">${scope.notice}</p>
          </div>
          <address>
            ${lines([kitchen.name || 'Kitchen name not entered', kitchen.address, kitchen.phone, kitchen.email])}
          </address>
        </header>
        <dl class="facts">
          <div>
            <dt>Worked out</dt>
            <dd>${momentIn(scope.at, kitchen.zone)}</dd>
          </div>
          <div>
            <dt>Reason</dt>
            <dd>${reason || 'Not entered'}</dd>
          </div>
          <div>
            <dt>Batches compared</dt>
            <dd>Made ${showDay(scope.period.from)} to ${showDay(scope.period.to)}</dd>
          </div>
        </dl>
        <section class="answer" aria-label="Answer">
          <p class="affected">
            <strong>${affected.made}</strong> ${unit} affected<span>${batchCount(scope.affected.length)}</span>
          </p>
          <p class="unknown">
            <strong>${cannotTell.made}</strong> ${unit} in doubt: cannot tell<span
              >${batchCount(scope.cannotTell.length)}</span
            >
          </p>
          <p class="clear">
            <strong>${scope.totals.withoutRecords}</strong> ${unit} made of these products in the period<span
              >what would be recalled without records</span
            >
          </p>
        </section>
        ${batchTable('Affected', scope.affected, 'Evidence', 'No batch matches the notice.')} ${recipientTable(scope)}
        ${lotTable(scope)}
        ${batchTable('Cannot tell', scope.cannotTell, 'Missing record', 'Every batch could be decided.')}
        ${clearTable(scope)}
        <section class="method">
          <h2>How this was worked out</h2>
          <p>
            A lot matches when its supplier lot is the one named, or, where no supplier lot was recorded, when its
            supplier and received date fall within the notice; both days are included. A batch is affected when it holds
            any of a matching lot, directly or through other batches. A lot whose record lacks a fact that the notice
            asks for makes its batches “cannot tell”. The whole batch counts.
          </p>
          <p>
            Units: accounted % = 100 × (on hand + held + sent + sampled + own use + discarded + set aside + used in
            other batches) ÷ made. Affected batches: ${percent(affected)} accounted, ${affected.unaccounted}
            unaccounted; expected ${tolerances.finished} %, and never cut off at 100. ${BALANCE_FORMULA} Expected
            ${tolerances.ingredientFrom} to ${tolerances.ingredientTo} %. Units sold to the public at a market are known
            by place and day only.
          </p>
          ${scope.remarks.map((remark) => html`<p><b>Not looked at:</b> ${remark}</p>`)}
          <p>
            Ingredient rows behind the affected batches: ${scope.rows.confirmed} confirmed by a person,
            ${scope.rows.assumed} assumed from the recipe and the stock, ${scope.rows.unknown} with an unknown lot.
          </p>
          <p class="hash">
            Last entry of the kitchen’s history when this was made: <code>${scope.auditHash || 'none'}</code>. Each
            entry carries the hash of the one before, so that a later change shows; it does not prevent one. Traceberry
            ${version}. This report is not legal advice.
          </p>
          <div class="sign">
            <p>Name and signature</p>
            <p>Date and time</p>
          </div>
        </section>
      </body>
    </html>`.markup
}

function batchTable(title: string, batches: readonly Batch[], because: string, none: string): Html {
  if (batches.length === 0)
    return html`<section>
      <h2>${title}</h2>
      <p class="none">${none}</p>
    </section>`
  return html`<section>
    <h2>${title}</h2>
    <table class="batches">
      <thead>
        <tr>
          <th>Lot</th>
          <th>Product</th>
          <th>Made on</th>
          ${unitHeads.map((head) => html`<th class="n">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${batches.map(
          (batch) =>
            html`<tr class="lot">
                <th scope="row">${batch.lotNumber}</th>
                <td>${batch.product}</td>
                <td class="w">${showDay(batch.madeOn)}</td>
                ${unitFigures(batch).map((figure) => html`<td class="n">${sayNumber(figure)}</td>`)}
              </tr>
              <tr class="because">
                <td colspan="11">
                  <b>${because}:</b> ${batch.because.map((sentence) => html`<span>${sentence}</span>`)}
                </td>
              </tr>`,
        )}
      </tbody>
    </table>
  </section>`
}

const unitHeads = [
  'Made',
  'On hand',
  'Held',
  'Sent',
  'Discarded',
  'Set aside, sampled, own use',
  'Used in batches',
  'Un­accounted',
]

function unitFigures({ units }: Batch): number[] {
  return [
    units.made,
    units.onHand,
    units.held,
    units.sent,
    units.discarded,
    units.setAside + units.sampled + units.ownUse,
    units.reworked,
    units.unaccounted,
  ]
}

function recipientTable({ recipients }: RecallScope): Html {
  if (recipients.length === 0)
    return html`<section>
      <h2>Where they went</h2>
      <p class="none">None of these units has left the kitchen.</p>
    </section>`
  return html`<section>
    <h2>Where they went</h2>
    <table>
      <thead>
        <tr>
          <th>Place</th>
          <th>Contact</th>
          <th>Sent on</th>
          <th>Lot</th>
          <th>Serials</th>
          <th class="n">Units</th>
          <th>Column</th>
        </tr>
      </thead>
      <tbody>
        ${recipients.map(
          (row) =>
            html`<tr>
              <th scope="row">${row.place}${row.reference ? html`<small>${row.reference}</small>` : null}</th>
              <td>${row.contact || contactFor(row.placeKind)}</td>
              <td class="w">${showDay(row.sentOn)}</td>
              <td class="w">${row.lotNumber}</td>
              <td class="serials">${row.serials}</td>
              <td class="n">${sayNumber(row.units)}</td>
              <td class="w">${row.column}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`
}

function contactFor(placeKind: string): string {
  return placeKind === 'market' ? 'Sold to the public: reach by notice at the stall' : 'Not entered'
}

function lotTable({ lots }: RecallScope): Html {
  if (lots.length === 0) return html``
  return html`<section>
    <h2>Ingredient lots</h2>
    <table>
      <thead>
        <tr>
          <th>Lot</th>
          <th>Verdict</th>
          <th>Why</th>
          <th class="n">Left in the pantry</th>
        </tr>
      </thead>
      <tbody>
        ${lots.map(
          (lot) =>
            html`<tr>
              <th scope="row">${lot.label}</th>
              <td>${lot.verdict}</td>
              <td>${lot.because}</td>
              <td class="n">${lot.onHand.text}${lot.held ? ', on hold' : ''}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`
}

function clearTable({ notAffected, more, period }: RecallScope): Html {
  if (notAffected.length === 0)
    return html`<section>
      <h2>Not affected</h2>
      <p class="none">
        No other batch of these products was made from ${showDay(period.from)} to ${showDay(period.to)}.
      </p>
    </section>`
  return html`<section>
    <h2>Not affected</h2>
    <table>
      <thead>
        <tr>
          <th>Lot</th>
          <th>Product</th>
          <th>Made on</th>
          <th class="n">Made</th>
          <th>Reason</th>
        </tr>
      </thead>
      <tbody>
        ${notAffected.map(
          (batch) =>
            html`<tr>
              <th scope="row">${batch.lotNumber}</th>
              <td>${batch.product}</td>
              <td class="w">${showDay(batch.madeOn)}</td>
              <td class="n">${sayNumber(batch.units.made)}</td>
              <td>${batch.because.join('; ')}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    ${more.notAffected > 0 ? html`<p>and ${more.notAffected} more.</p>` : null}
  </section>`
}

function batchCount(count: number): string {
  return `${count} ${countWord('batch', count)}`
}

function percent(tally: RecallScope['totals']['affected']): string {
  const share = accountedPercent(tally)
  return share === null ? 'nothing made, nothing' : `${Math.round(share * 10) / 10} %`
}

function lines(parts: readonly string[]): Html[] {
  return parts.filter((part) => part !== '').map((part) => html`<span>${part}</span>`)
}
