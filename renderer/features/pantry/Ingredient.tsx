import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import type { AnswerOf } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { Card, Page } from '../../ui/Page.tsx'
import { Dim, Table } from '../../ui/Table.tsx'
import { dayOr } from '../../ui/words.ts'
import { CardButton } from '../cards/CardButton.tsx'
import { ChangeIngredient } from './ChangeIngredient.tsx'
import { Factors } from './Factors.tsx'
import { LotsTable } from './LotsTable.tsx'
import { QuickReceive } from './QuickReceive.tsx'
import { said } from '../../ui/said.ts'
import { say } from '../../../shared/words/say.ts'

/** One ingredient: how much there is, how it is measured, its lots, and where it goes. */
export function Ingredient({ itemId }: { readonly itemId: number }) {
  const answer = useAnswer('ingredients', 'get', { itemId })
  return (
    <Answered page answer={answer}>
      {(ingredient) => <IngredientScreen ingredient={ingredient} />}
    </Answered>
  )
}

function IngredientScreen({ ingredient }: { readonly ingredient: AnswerOf<'ingredients', 'get'> }) {
  const [changing, setChanging] = useState(false)
  const state = useAnswer('system', 'state', {})
  const { low } = ingredient
  return (
    <Page
      title={ingredient.name}
      under={say('{amount} on hand', { amount: ingredient.onHand.text })}
      actions={
        <>
          <CardButton kind="item" id={ingredient.id}>
            {say('Shelf label')}
          </CardButton>
          <Button variant="default" aria-expanded={changing} onClick={() => setChanging(!changing)}>
            {say('Change')}
          </Button>
        </>
      }
    >
      <Card>
        <QuickReceive
          today={state.data?.today ?? ''}
          itemId={ingredient.id}
          placeholder={say('costco 25 {unit}', { unit: ingredient.unit })}
        />
      </Card>
      <Card title={say('Facts')} aside={low?.isLow ? <Mark tone="warn">{say('running low')}</Mark> : null}>
        {changing ? (
          <ChangeIngredient ingredient={ingredient} onClose={() => setChanging(false)} />
        ) : (
          <Facts
            facts={[
              [say('On hand'), ingredient.onHand.text],
              [say('Shown in'), ingredient.unit],
              [
                say('Runs low below'),
                low === null
                  ? say('not set')
                  : low.set
                    ? low.text
                    : low.product === null
                      ? say('{amount}, what a batch of it takes', { amount: low.text })
                      : say('{amount}, what a batch of {product} takes', { amount: low.text, product: low.product }),
              ],
              [say('Used in the last year'), ingredient.usedInAYear],
            ]}
          />
        )}
      </Card>
      <Factors ingredient={ingredient} />
      <Lots itemId={ingredient.id} />
      <Card title={say('Where it goes')}>
        {ingredient.recipes.length === 0 && ingredient.uses.length === 0 ? (
          <Dim>{say('No recipe holds it yet.')}</Dim>
        ) : null}
        {ingredient.recipes.map(({ productId, product, quantity }) => (
          <p key={productId}>
            {said('{product} takes {quantity} a batch.', {
              product: <Link href={`/products/${productId}`}>{product}</Link>,
              quantity,
            })}
          </p>
        ))}
        {ingredient.uses.length === 0 ? null : <Uses uses={ingredient.uses} />}
      </Card>
    </Page>
  )
}

function Lots({ itemId }: { readonly itemId: number }) {
  const lots = useAnswer('pantry', 'lots', { itemId, limit: 200 })
  return (
    <Card title={say('Lots')}>
      <Answered answer={lots}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Dim>{say('None has anything left.')}</Dim>
          ) : (
            <LotsTable label={say('Lots')} rows={rows} ofMany={false} />
          )
        }
      </Answered>
    </Card>
  )
}

function Uses({ uses }: Pick<AnswerOf<'ingredients', 'get'>, 'uses'>) {
  return (
    <Table
      label={say('Batches that used it')}
      rows={uses.map((use, at) => ({ ...use, at }))}
      keyOf={(use) => use.at}
      columns={[
        {
          head: say('Batch'),
          names: true,
          sort: (use) => use.lotNumber,
          cell: (use) => <Link href={`/batch/${use.batchId}`}>{use.lotNumber}</Link>,
        },
        { head: say('Product'), sort: (use) => use.product, cell: (use) => use.product },
        { head: say('Made on'), sort: (use) => use.madeOn, cell: (use) => dayOr(use.madeOn, '') },
        { head: say('Took'), number: true, cell: (use) => use.quantity },
      ]}
    />
  )
}
