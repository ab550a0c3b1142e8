import type { DrillOut } from '../../shared/api/drills.ts'
import type { KitchenOut } from '../../shared/api/kitchen.ts'
import type { RecallOut } from '../../shared/api/recalls.ts'
import type { z } from '../../shared/api/zod.ts'
import {
  ACCOUNTED_FORMULA,
  BALANCE_FORMULA,
  hoursInWords,
  scoreFormula,
  tolerancesInWords,
} from '../../shared/domain/drillScore.ts'
import { type Html, html } from './html.ts'
import { momentIn } from './moment.ts'
import { lotTable } from './recallStatusHtml.ts'
import { reportStyle } from './reportStyle.ts'
import { sayNumber } from '../../shared/words/say.ts'

interface DrillReport {
  readonly recall: RecallOut
  readonly drill: DrillOut
  readonly kitchen: z.infer<typeof KitchenOut>
  readonly version: string
}

/** The steps of a drill as its reports call them. */
export const stepWords: Readonly<Record<DrillOut['steps'][number]['step'], string>> = {
  scope: 'Scope found',
  units: 'Units counted',
  contacts: 'Contacts checked',
  signed: 'Signed off',
}

/** The report of a drill: seed, times, score, what was found and what stood in the way. One page, no script. */
export function drillHtml({ recall, drill, kitchen, version }: DrillReport): string {
  const { steps, parts, score, signed, tolerances } = drill
  const last = steps.findLast(({ step }) => step !== 'signed')
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>Drill, not a recall: ${recall.title}</title>
        <style>
          ${{ markup: reportStyle(`${kitchen.name || 'Drill'}, drill ${recall.id}, not a recall`) }}
        </style>
      </head>
      <body>
        <header>
          <div>
            <h1>Drill: not a recall</h1>
            <p class="notice">${recall.title}</p>
          </div>
          <address>
            ${[kitchen.name || 'Kitchen name not entered', kitchen.address, kitchen.phone, kitchen.email]
              .filter(Boolean)
              .map((line) => html`<span>${line}</span>`)}
          </address>
        </header>
        <dl class="facts">
          ${[
            ['Seed that drew the lot', String(recall.seed ?? '')],
            ['Started', momentIn(recall.openedAt, kitchen.zone)],
            ['Report made', momentIn(recall.at, kitchen.zone)],
          ].map(
            ([name, value]) =>
              html`<div>
                <dt>${name ?? ''}</dt>
                <dd>${value ?? ''}</dd>
              </div>`,
          )}
        </dl>
        <section class="answer" aria-label="Figures">
          <p class="clear"><strong>${percent(score)}</strong> score<span>mean of the parts below</span></p>
          <p class="clear">
            <strong>${percent(parts.units)}</strong> accounted for<span
              >${tolerances.finished} % expected of finished goods</span
            >
          </p>
          <p class="clear">
            <strong>${last ? `${last.minutes} min` : '–'}</strong> taken<span
              >${hoursInWords(tolerances.hours)} allowed</span
            >
          </p>
        </section>
        ${table(
          'Steps',
          ['Step', 'Time', 'Minutes from the start'],
          [
            ['Lot drawn, clock started', momentIn(recall.openedAt, kitchen.zone), '0'],
            ...steps.map(({ step, at, minutes }) => [stepWords[step], momentIn(at, kitchen.zone), String(minutes)]),
          ],
        )}
        ${table(
          'Parts of the score',
          ['Part', 'Result'],
          [
            ['Time', percent(parts.time)],
            ['Finished lots known to be affected, of those found', percent(parts.scope)],
            ['Units accounted for', percent(parts.units)],
            ['Places whose contact is right', percent(parts.contacts)],
          ],
        )}
        ${table(
          'Units counted on the shelf',
          ['Lot', 'By the record', 'Counted', 'Difference'],
          drill.counts.map(({ label, expected, counted }) => [
            label,
            sayNumber(expected),
            counted === null ? 'not counted' : sayNumber(counted),
            counted === null ? '' : sayNumber(counted - expected),
          ]),
        )}
        ${table(
          'Contacts, looked up and not called',
          ['Place', 'Contact', 'Right'],
          drill.contacts.map(({ place, contact, isRight }) => [
            place,
            contact || 'none recorded',
            isRight === null ? 'not checked' : isRight ? 'yes' : 'no',
          ]),
        )}
        ${table(
          'Ingredient lots',
          ['Lot', 'Balance', 'Tolerance'],
          drill.ingredients.map(({ label, balancePercent }) => [
            label,
            percent(balancePercent),
            `${tolerances.ingredientFrom} to ${tolerances.ingredientTo} %`,
          ]),
        )}
        ${table(
          'What stood in the way, the cheapest to mend first',
          ['Gap', 'What mends it'],
          drill.gaps.map(({ what, fix }) => [what, fix]),
        )}
        ${lotTable(recall)}
        <section class="method">
          <h2>How these figures are made</h2>
          <p>${scoreFormula(tolerances)} ${ACCOUNTED_FORMULA} ${BALANCE_FORMULA}</p>
          <p>
            Tolerances: ${tolerancesInWords(tolerances)}. Units are as they were when the scope was found. Nothing was
            put on hold, and nobody was contacted.
          </p>
          <p class="hash">
            Last entry of the kitchen’s history when this was made: <code>${recall.auditHash || 'none'}</code>. Each
            entry carries the hash of the one before, so that a later change shows; it does not prevent one. Traceberry
            ${version}. This report is not legal advice.
          </p>
          ${signed ? html`<p><b>Signed off by ${signed.name}</b>, ${momentIn(signed.at, kitchen.zone)}. ${signed.note}</p>` : null}
          <div class="sign">
            <p>Name and signature</p>
            <p>Date and time</p>
          </div>
        </section>
      </body>
    </html>`.markup
}

function table(title: string, heads: readonly string[], rows: readonly (readonly string[])[]): Html {
  return html`<section>
    <h2>${title}</h2>
    ${
      rows.length === 0
        ? html`<p class="none">None.</p>`
        : html`<table>
            <thead>
              <tr>
                ${heads.map((head) => html`<th>${head}</th>`)}
              </tr>
            </thead>
            <tbody>
              ${rows.map(
                ([name = '', ...cells]) =>
                  html`<tr>
                    <th scope="row">${name}</th>
                    ${cells.map((cell) => html`<td>${cell}</td>`)}
                  </tr>`,
              )}
            </tbody>
          </table>`
    }
  </section>`
}

function percent(share: number | null): string {
  return share === null ? '–' : `${Math.round(share * 10) / 10} %`
}
