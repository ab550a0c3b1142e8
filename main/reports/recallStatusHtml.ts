import type { KitchenOut } from '../../shared/api/kitchen.ts'
import type { RecallOut } from '../../shared/api/recalls.ts'
import type { z } from '../../shared/api/zod.ts'
import { showDay } from '../../shared/domain/day.ts'
import { BALANCE_FORMULA, type Tolerances } from '../../shared/domain/drillScore.ts'
import { type Html, html } from './html.ts'
import { momentIn } from './moment.ts'
import { reportStyle } from './reportStyle.ts'
import { sayNumber } from '../../shared/words/say.ts'

interface StatusReport {
  readonly recall: RecallOut
  readonly kitchen: z.infer<typeof KitchenOut>
  readonly tolerances: Tolerances
  readonly version: string
}

/** The status report of a recall with the contents of 21 CFR 7.53(b), and all that it stands on. One page, no script. */
export function recallStatusHtml({ recall, kitchen, tolerances, version }: StatusReport): string {
  const { detail, figures } = recall
  const title = `Status of a ${recall.kind}`
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}: ${recall.title}</title>
        <style>
          ${{ markup: reportStyle(`${kitchen.name || 'Recall'}, ${recall.title}`) }}
        </style>
      </head>
      <body>
        <header>
          <div>
            <h1>${title}</h1>
            <p class="notice">${recall.title}</p>
          </div>
          <address>
            ${[kitchen.name || 'Kitchen name not entered', kitchen.address, kitchen.phone, kitchen.email]
              .filter(Boolean)
              .map((line) => html`<span>${line}</span>`)}
          </address>
        </header>
        <dl class="facts">
          ${facts([
            ['Opened', momentIn(recall.openedAt, kitchen.zone)],
            ['Status at', momentIn(recall.at, kitchen.zone)],
            ['State', recall.end ? `ended ${showDay(recall.end.endedOn)}` : 'going on'],
            ['Class', `${detail.classification}${detail.isEstimate ? ' (own estimate; FDA assigns it)' : ''}`],
            ['Reason', detail.reason],
            ['Hazard', detail.hazard],
            ['Depth', `${detail.depth} level`],
            ['Public warning', detail.publicWarning],
            ['Expected completion', detail.expectedEnd ? showDay(detail.expectedEnd) : ''],
          ])}
        </dl>
        <section class="answer" aria-label="Figures">
          <p class="affected"><strong>${figures.made}</strong> units affected<span>${figures.sent} sent out</span></p>
          <p class="unknown">
            <strong>${percent(figures.recoveredPercent)}</strong> recovered<span
              >${figures.returned} returned, ${figures.destroyed} destroyed there</span
            >
          </p>
          <p class="clear">
            <strong>${figures.responded} of ${figures.reachable}</strong> places answered<span
              >${figures.told} told</span
            >
          </p>
        </section>
        ${statusTable(recall)} ${consigneeTable(recall)} ${lotTable(recall)} ${endSection(recall)}
        ${method(recall, tolerances, version)}
      </body>
    </html>`.markup
}

/** The six items of 21 CFR 7.53(b), in its order. */
function statusTable({ figures, detail, consignees, publicTold }: RecallOut): Html {
  const told = consignees.flatMap((each) => each.told.map(({ means, toldOn }) => `${means} ${showDay(toldOn)}`))
  const silent = consignees.filter((each) => !each.isPublic && each.lots.some(({ response }) => response === null))
  const rows = [
    [
      '1',
      'Consignees notified, date and method',
      `${figures.told} of ${figures.reachable}; ${distinct(told) || 'none yet'}`,
    ],
    [
      '2',
      'Consignees responding, and on hand when the notice came',
      `${figures.responded}; ${figures.onHandThere} units on hand`,
    ],
    [
      '3',
      'Consignees that did not respond',
      `${silent.length}${silent.length > 0 ? `: ${silent.map(({ place }) => place).join(', ')}` : ''}`,
    ],
    [
      '4',
      'Returned or corrected, and accounted for',
      `${figures.returned} returned, ${figures.destroyed} destroyed, of ${figures.sent} sent`,
    ],
    [
      '5',
      'Effectiveness checks and their results',
      `level ${detail.checkLevel}: ${figures.checksDone} of ${figures.checksNeeded} made, ${figures.checksEffective} effective`,
    ],
    ['6', 'Estimated time of completion', detail.expectedEnd ? showDay(detail.expectedEnd) : 'not entered'],
    [
      '',
      'Sold to the public, not individually reachable',
      `${figures.sentToPublic} units; told by ${distinct(publicTold.map(({ means, toldOn }) => `${means} ${showDay(toldOn)}`)) || 'nothing yet'}`,
    ],
  ] as const
  return html`<section>
    <h2>Status (21 CFR 7.53(b))</h2>
    <table>
      <thead>
        <tr>
          <th>No.</th>
          <th>Item</th>
          <th>Status</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([number, item, status]) =>
            html`<tr>
              <td>${number}</td>
              <th scope="row">${item}</th>
              <td>${status}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`
}

function consigneeTable({ consignees, publicTold }: RecallOut): Html {
  if (consignees.length === 0)
    return html`<section>
      <h2>Consignees</h2>
      <p class="none">None of these units has left the kitchen.</p>
    </section>`
  return html`<section>
    <h2>Consignees, lot by lot</h2>
    <table>
      <thead>
        <tr>
          <th>Place and contact</th>
          <th>Lot</th>
          <th>Sent</th>
          <th class="n">Units</th>
          <th class="n">On hand</th>
          <th class="n">Returned</th>
          <th class="n">Destroyed</th>
          <th>Told, checked</th>
        </tr>
      </thead>
      <tbody>
        ${consignees.flatMap((each) =>
          each.lots.map(
            (lot) =>
              html`<tr>
                <th scope="row">${each.place}<small>${contactOf(each)}</small></th>
                <td>${lot.lotNumber}${lot.column === 'cannot tell' ? ' (in doubt)' : ''}</td>
                <td>
                  ${lot.deliveries.map(({ sentOn, serials }) => html`${whole(`${showDay(sentOn)}:`)} ${whole(serials)} `)}
                </td>
                <td class="n">${sayNumber(lot.units)}</td>
                <td class="n">${figureOr(lot.response?.onHand)}</td>
                <td class="n">${figureOr(lot.response?.returned)}</td>
                <td class="n">${figureOr(lot.response?.destroyed)}</td>
                <td>
                  ${toldHow(each.isPublic ? [...publicTold, ...each.told] : each.told)}${
                    each.check ? `; checked ${showDay(each.check.checkedOn)}: ${each.check.result}` : ''
                  }
                </td>
              </tr>`,
          ),
        )}
      </tbody>
    </table>
  </section>`
}

/** Whom to call there. */
function contactOf({ contact, isPublic }: RecallOut['consignees'][number]): Html[] | string {
  return contact === '' ? (isPublic ? 'the public' : 'no contact recorded') : whole(contact)
}

/** A list with each part whole on its line, as far as parts are short: no number breaks at its hyphen. */
function whole(list: string): Html[] {
  return list
    .split(', ')
    .map((part, at) => html`${at > 0 ? ', ' : ''}${part.length > 24 ? part : html`<span class="w">${part}</span>`}`)
}

function toldHow(told: RecallOut['publicTold']): string {
  return told.map(({ means, toldOn }) => `${means} ${showDay(toldOn)}`).join('; ') || 'not yet told'
}

export function lotTable({ kind, lots, since }: RecallOut): Html {
  return html`<section>
    <h2>Lots of this ${kind}</h2>
    <table class="batches">
      <thead>
        <tr>
          <th>Lot</th>
          <th>Product</th>
          <th>Column</th>
          <th class="n">Made</th>
          <th class="n">On hand</th>
          <th class="n">Held</th>
          <th class="n">Sent</th>
          <th class="n">Sampled, own use</th>
          <th class="n">Discarded</th>
          <th class="n">Set aside</th>
          <th class="n">In batches</th>
          <th class="n">Un­accounted</th>
        </tr>
      </thead>
      <tbody>
        ${lots.map(
          (lot) =>
            html`<tr class="lot">
                <th scope="row">${lot.label}</th>
                <td>${lot.product}</td>
                <td class="w">${lot.column}</td>
                ${tally(lot.unitsNow).map((figure) => html`<td class="n">${figureOr(figure)}</td>`)}
              </tr>
              <tr class="because">
                <td colspan="12">${lot.because.map((sentence) => html`<span>${sentence}</span>`)}</td>
              </tr>`,
        )}
      </tbody>
    </table>
    ${
      since.added.length > 0
        ? html`<p>
            <b>Since the opening the record adds:</b> ${since.added.join(', ')}. They are not in this recall yet.
          </p>`
        : null
    }
    ${
      since.gone.length > 0
        ? html`<p><b>Corrected since, and kept in this recall:</b> ${since.gone.join(', ')}.</p>`
        : null
    }
  </section>`
}

function tally(units: RecallOut['lots'][number]['unitsNow']): (number | string)[] {
  if (!units) return ['', '', '', '', '', '', '', '', '']
  const { made, onHand, held, sent, sampled, ownUse, discarded, setAside, reworked, unaccounted } = units
  return [made, onHand, held, sent, sampled + ownUse, discarded, setAside, reworked, unaccounted]
}

function endSection({ end }: RecallOut): Html {
  if (!end) return html``
  return html`<section>
    <h2>Termination</h2>
    <p>Ended ${showDay(end.endedOn)}: ${end.statement}</p>
  </section>`
}

function method({ figures, auditHash }: RecallOut, tolerances: Tolerances, version: string): Html {
  return html`<section class="method">
    <h2>How these figures are made</h2>
    <p>
      The lots are those of the opening and those added since; nothing is taken out. Units are as of the time above.
      accounted % = 100 × (on hand + held + sent + sampled + own use + discarded + set aside + used in other batches) ÷
      made, here ${percent(figures.accountedPercent)}, expected ${tolerances.finished} % of finished goods; unaccounted
      = made − that; neither is cut off at 100. ${BALANCE_FORMULA} Expected ${tolerances.ingredientFrom} to
      ${tolerances.ingredientTo} %. recovered % = 100 × (returned + destroyed there) ÷ sent. A place has answered once
      it has answered for each of its lots. Checks needed are rounded up: A all, B the share chosen, C 10 %, D 2 %, E
      none.
    </p>
    <p class="hash">
      Last entry of the kitchen’s history when this was made: <code>${auditHash || 'none'}</code>. Each entry carries
      the hash of the one before, so that a later change shows; it does not prevent one. Traceberry ${version}. This
      report is not legal advice.
    </p>
    <div class="sign">
      <p>Name and signature</p>
      <p>Date and time</p>
    </div>
  </section>`
}

function facts(pairs: readonly (readonly [string, string | null | undefined])[]): Html[] {
  return pairs.map(
    ([name, value]) =>
      html`<div>
        <dt>${name}</dt>
        <dd>${value || 'Not entered'}</dd>
      </div>`,
  )
}

function percent(share: number | null): string {
  return share === null ? '–' : `${Math.round(share * 10) / 10} %`
}

function distinct(values: readonly string[]): string {
  return [...new Set(values)].join(', ')
}

function figureOr(figure: number | string | null | undefined): string {
  return typeof figure === 'number' ? sayNumber(figure) : (figure ?? '–')
}
