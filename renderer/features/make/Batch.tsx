import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { countOf } from '../../../shared/words/counted.ts'
import type { AnswerOf } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { useReadOnly } from '../../ui/readOnly.ts'
import { Card, Page } from '../../ui/Page.tsx'
import { Dim, Table } from '../../ui/Table.tsx'
import { byWhom, dayOr, moment } from '../../ui/words.ts'
import { TurnedOut } from '../outcomes/TurnedOut.tsx'
import { HoldLot } from '../pantry/HoldLot.tsx'
import styles from './Batch.module.css'
import { BatchCorrections } from './BatchCorrections.tsx'
import { BatchState } from './BatchState.tsx'
import { CorrectBatch } from './CorrectBatch.tsx'
import { packWord } from './packWord.ts'
import { DiscardUnits } from './DiscardUnits.tsx'
import { Journal } from './Journal.tsx'
import { TakenOver } from './TakenOver.tsx'
import { VoidBatch } from './VoidBatch.tsx'
import { sayReason } from '../../../shared/domain/reasons.ts'
import { say, sayWord } from '../../../shared/words/say.ts'
import { said } from '../../ui/said.ts'

type BatchAnswer = AnswerOf<'batches', 'get'>
type UnitRange = BatchAnswer['units'][number]

/** One batch: what went in, where every unit is, and what can be done with it. */
export function Batch({ batchId }: { readonly batchId: number }) {
  const answer = useAnswer('batches', 'get', { batchId })
  return (
    <Answered page answer={answer}>
      {(batch) => <BatchScreen batch={batch} />}
    </Answered>
  )
}

function BatchScreen({ batch }: { readonly batch: BatchAnswer }) {
  const readOnly = useReadOnly()
  const [doing, setDoing] = useState<'correct' | 'discard' | 'hold' | 'void'>()
  const close = () => setDoing(undefined)
  const stands = batch.state !== 'void'
  const recipe = useAnswer('products', 'get', { productId: batch.productId }).data
  // A later version may expect other readings than this batch was held to.
  const expected = recipe?.recipeVersion === batch.recipeVersion ? recipe.readings : []
  return (
    <Page
      title={<span className={styles['number']}>{batch.lotNumber}</span>}
      under={say('{product}, made {day}', { product: batch.product, day: dayOr(batch.madeOn, '') })}
      actions={
        <>
          <span>
            {stands ? <LinkButton to={`/batch/${batch.id}/labels`}>{say('Print labels')}</LinkButton> : null}
            <LinkButton to={`/make/${batch.productId}?like=${batch.id}`} variant="light">
              {say('Make this again')}
            </LinkButton>
            {batch.onHand > 0 ? (
              <LinkButton to={`/send?lot=${batch.lotId}`} variant="light">
                {say('Send out')}
              </LinkButton>
            ) : null}
            <LinkButton to={`/trace/batch/${batch.id}`} variant="light">
              {say('Trace')}
            </LinkButton>
            <LinkButton to={`/compare/${batch.id}`} variant="light">
              {say('Compare')}
            </LinkButton>
          </span>
          {stands ? (
            <span>
              <Button variant="default" onClick={() => setDoing('correct')}>
                {say('Correct')}
              </Button>
              <Button variant="default" onClick={() => setDoing('hold')}>
                {batch.held ? say('End the hold') : say('Hold')}
              </Button>
              <Button variant="default" onClick={() => setDoing('discard')} disabled={batch.onHand === 0}>
                {say('Discard')}
              </Button>
              <Button variant="default" onClick={() => setDoing('void')}>
                {say('Void')}
              </Button>
            </span>
          ) : null}
        </>
      }
    >
      {doing ? (
        <Card>
          {doing === 'correct' ? <CorrectBatch batchId={batch.id} onClose={close} /> : null}
          {doing === 'hold' ? <HoldLot lot={{ id: batch.lotId, held: batch.held }} wholeBatch onClose={close} /> : null}
          {doing === 'discard' ? <DiscardUnits batch={batch} onClose={close} /> : null}
          {doing === 'void' ? <VoidBatch batch={batch} onClose={close} /> : null}
        </Card>
      ) : null}
      <Card
        title={say('Facts')}
        aside={
          <span className={styles['marks']}>
            {batch.held ? <Mark tone="bad">{say('on hold')}</Mark> : null}
            <BatchState state={batch.state} />
          </span>
        }
      >
        <Facts
          facts={[
            [say('Made'), madeOf(batch)],
            [say('On hand'), countOf(batch.onHand, batch.unit)],
            [say('Best by'), dayOr(batch.bestBy, say('none'))],
            [say('Recipe'), recipeWords(batch)],
            [say('Recorded'), byWhom(moment(batch.recordedAt), batch.recordedBy)],
            ...(batch.people.length === 0 ? [] : [[say('Made by'), batch.people.join(', ')] as const]),
            ...(batch.equipment.length === 0 ? [] : [[say('With'), batch.equipment.join(', ')] as const]),
            ...(batch.note === '' ? [] : [[say('Note'), batch.note] as const]),
            ...(batch.voidReason === null ? [] : [[say('Voided because'), sayReason(batch.voidReason)] as const]),
          ]}
        />
      </Card>
      <TakenOver sentences={batch.crossContact} />
      <div className={styles['columns']}>
        <Card
          title={say('What went in')}
          aside={
            readOnly ? null : (
              <span>
                {said('Save as {recipe} or {product}', {
                  recipe: <Link href={`/products/${batch.productId}?batch=${batch.id}`}>{say('the recipe')}</Link>,
                  product: <Link href={`/products/new?batch=${batch.id}`}>{say('a new product')}</Link>,
                })}
              </span>
            )
          }
        >
          <Table
            label={say('What went in')}
            rows={batch.uses.map((use, at) => ({ ...use, at }))}
            keyOf={(use) => use.at}
            columns={[
              { head: say('Ingredient'), names: true, cell: (use) => use.ingredient },
              { head: say('Quantity'), number: true, cell: (use) => use.quantity },
              {
                head: say('Lot'),
                cell: (use) =>
                  use.lotId === null ? (
                    <Mark tone="warn">{say('lot not recorded')}</Mark>
                  ) : (
                    <Link href={`/lot/${use.lotId}`}>{use.lot}</Link>
                  ),
              },
              {
                head: say('Known'),
                cell: (use) => <Dim>{knownOf(use)}</Dim>,
              },
            ]}
          />
        </Card>
        <Card title={say('Where the units are')}>
          {batch.units.length === 0 ? (
            <Dim>{stands ? say('Nothing came out of this batch.') : say('A void batch has no units.')}</Dim>
          ) : (
            <Table
              label={say('Where the units are')}
              rows={batch.units}
              keyOf={(range) => range.serials}
              columns={[
                ...(batch.lots.length > 1
                  ? [{ head: say('Pack'), cell: (range: UnitRange) => <Dim>{packOf(batch, range)}</Dim> }]
                  : []),
                { head: say('Serials'), names: true, cell: (range) => range.serials },
                { head: say('Units'), number: true, cell: (range) => range.count },
                { head: say('Where'), cell: (range) => range.where },
                { head: say('Since'), cell: (range) => dayOr(range.day, '') },
              ]}
            />
          )}
        </Card>
      </div>
      <div className={styles['below']}>
        <Journal of={{ kind: 'batch', id: batch.id }} expected={expected} />
      </div>
      {stands ? (
        <div className={styles['below']}>
          <TurnedOut batchId={batch.id} />
        </div>
      ) : null}
      <BatchCorrections batchId={batch.id} />
    </Page>
  )
}

function packOf({ lots }: BatchAnswer, { lotId }: UnitRange): string {
  const lot = lots.find((each) => each.lotId === lotId)
  return lot ? packWord(lot) : ''
}

/** `30 × 8 oz jar, 20 × 4 oz jar`, or the plain count of a batch in one pack. */
function madeOf({ lots, made, unit }: BatchAnswer): string {
  if (lots.length < 2) return countOf(made, unit)
  return lots.map((lot) => `${lot.made} × ${packWord(lot)}`).join(', ')
}

function recipeWords({ recipeVersion }: BatchAnswer): string {
  return say('{version, select, none {none} other {version {version}}}', { version: recipeVersion ?? 'none' })
}

/** How sure the lot of a row is, and why it was used though it may not be. */
function knownOf({ lotId, basis, overrideReason }: BatchAnswer['uses'][number]): string {
  const known = lotId === null ? say('unknown') : sayWord(basis)
  return overrideReason === null
    ? known
    : say('{known}, used all the same: {reason}', { known, reason: overrideReason })
}
