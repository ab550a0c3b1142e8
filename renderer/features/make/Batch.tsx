import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import type { AnswerOf } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { useReadOnly } from '../../ui/readOnly.ts'
import { Card, Page } from '../../ui/Page.tsx'
import { Dim, Table } from '../../ui/Table.tsx'
import { byWhom, countOf, dayOr, moment } from '../../ui/words.ts'
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
      under={`${batch.product}, made ${dayOr(batch.madeOn, '')}`}
      actions={
        <>
          {stands ? <LinkButton to={`/batch/${batch.id}/labels`}>Print labels</LinkButton> : null}
          <LinkButton to={`/make/${batch.productId}?like=${batch.id}`} variant="light">
            Make this again
          </LinkButton>
          {batch.onHand > 0 ? (
            <LinkButton to={`/send?lot=${batch.lotId}`} variant="light">
              Send out
            </LinkButton>
          ) : null}
          <LinkButton to={`/trace/batch/${batch.id}`} variant="light">
            Trace
          </LinkButton>
          <LinkButton to={`/compare/${batch.id}`} variant="light">
            Compare
          </LinkButton>
          {stands ? (
            <>
              <Button variant="default" onClick={() => setDoing('correct')}>
                Correct
              </Button>
              <Button variant="default" onClick={() => setDoing('hold')}>
                {batch.held ? 'End the hold' : 'Hold'}
              </Button>
              <Button variant="default" onClick={() => setDoing('discard')} disabled={batch.onHand === 0}>
                Discard
              </Button>
              <Button variant="default" onClick={() => setDoing('void')}>
                Void
              </Button>
            </>
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
        title="Facts"
        aside={
          <span className={styles['marks']}>
            {batch.held ? <Mark tone="bad">on hold</Mark> : null}
            <BatchState state={batch.state} />
          </span>
        }
      >
        <Facts
          facts={[
            ['Made', madeOf(batch)],
            ['On hand', countOf(batch.onHand, batch.unit)],
            ['Best by', dayOr(batch.bestBy, 'none')],
            ['Recipe', batch.recipeVersion === null ? 'none' : `version ${batch.recipeVersion}`],
            ['Recorded', byWhom(moment(batch.recordedAt), batch.recordedBy)],
            ...(batch.people.length === 0 ? [] : [['Made by', batch.people.join(', ')] as const]),
            ...(batch.equipment.length === 0 ? [] : [['With', batch.equipment.join(', ')] as const]),
            ...(batch.note === '' ? [] : [['Note', batch.note] as const]),
            ...(batch.voidReason === null ? [] : [['Voided because', batch.voidReason] as const]),
          ]}
        />
      </Card>
      <TakenOver sentences={batch.crossContact} />
      <div className={styles['columns']}>
        <Card
          title="What went in"
          aside={
            readOnly ? null : (
              <span>
                Save as <Link href={`/products/${batch.productId}?batch=${batch.id}`}>the recipe</Link> or{' '}
                <Link href={`/products/new?batch=${batch.id}`}>a new product</Link>
              </span>
            )
          }
        >
          <Table
            label="What went in"
            rows={batch.uses.map((use, at) => ({ ...use, at }))}
            keyOf={(use) => use.at}
            columns={[
              { head: 'Ingredient', names: true, cell: (use) => use.ingredient },
              { head: 'Quantity', number: true, cell: (use) => use.quantity },
              {
                head: 'Lot',
                cell: (use) =>
                  use.lotId === null ? (
                    <Mark tone="warn">lot not recorded</Mark>
                  ) : (
                    <Link href={`/lot/${use.lotId}`}>{use.lot}</Link>
                  ),
              },
              {
                head: 'Known',
                cell: (use) => (
                  <Dim>
                    {use.lotId === null ? 'unknown' : use.basis}
                    {use.overrideReason === null ? '' : `, used all the same: ${use.overrideReason}`}
                  </Dim>
                ),
              },
            ]}
          />
        </Card>
        <Card title="Where the units are">
          {batch.units.length === 0 ? (
            <Dim>{stands ? 'Nothing came out of this batch.' : 'A void batch has no units.'}</Dim>
          ) : (
            <Table
              label="Where the units are"
              rows={batch.units}
              keyOf={(range) => range.serials}
              columns={[
                ...(batch.lots.length > 1
                  ? [{ head: 'Pack', cell: (range: UnitRange) => <Dim>{packOf(batch, range)}</Dim> }]
                  : []),
                { head: 'Serials', names: true, cell: (range) => range.serials },
                { head: 'Units', number: true, cell: (range) => range.count },
                { head: 'Where', cell: (range) => range.where },
                { head: 'Since', cell: (range) => dayOr(range.day, '') },
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
