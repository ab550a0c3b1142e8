import { Checkbox } from '@mantine/core'
import { countOf } from '../../../shared/words/counted.ts'
import { sayAllergen } from '../../../shared/domain/allergens.ts'
import type { AnswerOf } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { useCommand } from '../../api/useCommand.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Fold } from '../../ui/Fold.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { Dim } from '../../ui/Table.tsx'
import { toastError } from '../../ui/toast.ts'
import { useWanted } from '../../ui/useWanted.ts'
import { UsualLabel } from '../labels/UsualLabel.tsx'
import { IngredientRows } from './IngredientRows.tsx'
import styles from './OnTheLabel.module.css'
import { say } from '../../../shared/words/say.ts'
import { said } from '../../ui/said.ts'

type Facts = AnswerOf<'facts', 'product'>

/** What the label says of the ingredients: the list, the Contains line, and what is known of each ingredient. */
export function OnTheLabel({ product }: { readonly product: AnswerOf<'products', 'get'> }) {
  const { id: productId, name, packs } = product
  const facts = useAnswer('facts', 'product', { productId })
  return (
    <Fold title={say('On the label')} summary={facts.data ? summaryOf(facts.data) : ''}>
      <Answered answer={facts}>
        {(known) => (
          <>
            <LabelWords facts={known} />
            <Options productId={productId} facts={known} answeredAt={facts.dataUpdatedAt} />
            <IngredientRows ingredients={known.ingredients} />
          </>
        )}
      </Answered>
      <div className={styles['usual']}>
        <UsualLabel itemId={productId} name={name} />
        {packs.map((pack) => (
          <UsualLabel key={pack.itemId} itemId={pack.itemId} name={`${name}, ${pack.name}`} />
        ))}
      </div>
    </Fold>
  )
}

/** As the label prints it, whatever the language of the screen. */
const LIST_WORD = 'Ingredients:'

function LabelWords({ facts }: { readonly facts: Facts }) {
  return (
    <>
      <div className={styles['words']}>
        <p>
          <strong>{LIST_WORD}</strong> {facts.statement}
        </p>
        {facts.containsLine ? <p className={styles['contains']}>{facts.containsLine}</p> : null}
        {facts.mayContainLine ? <p>{facts.mayContainLine}</p> : null}
        {facts.containsLine === null && facts.unchecked.length === 0 ? (
          <p>
            <Dim>{say('None of the nine major allergens, so there is no Contains line.')}</Dim>
          </p>
        ) : null}
      </div>
      {facts.unweighed.length > 0 ? (
        <p>
          {said(
            '{mark} Nobody has said what {ingredients} weighs. Write it by weight in the recipe, or say what its measure weighs in the pantry.',
            {
              mark: <Mark tone="warn">{say('place in the list not sure')}</Mark>,
              ingredients: facts.unweighed.join(', '),
            },
          )}
        </p>
      ) : null}
    </>
  )
}

interface OptionsProps {
  readonly productId: number
  readonly facts: Facts
  readonly answeredAt: number
}

function Options({ productId, facts, answeredAt }: OptionsProps) {
  const { run, busy } = useCommand('facts', 'saveOptions')
  const answered = { twoPercent: facts.twoPercent, withoutWater: facts.withoutWater }
  const { shown, wanted, want } = useWanted(answered, answeredAt, busy)

  async function save(some: typeof wanted): Promise<void> {
    want({ ...wanted, ...some })
    try {
      await run({ productId, ...shown, ...some })
    } catch (error) {
      want(wanted)
      toastError(error)
    }
  }

  return (
    <div className={styles['options']}>
      <Checkbox
        size="md"
        checked={shown.twoPercent}
        disabled={busy}
        label={say('Name what is 2% or less last')}
        onChange={(event) => void save({ twoPercent: event.currentTarget.checked })}
      />
      <Checkbox
        size="md"
        checked={shown.withoutWater}
        disabled={busy}
        label={say('Leave water out, it all boils off')}
        onChange={(event) => void save({ withoutWater: event.currentTarget.checked })}
      />
    </div>
  )
}

function summaryOf({ contains, unchecked }: Facts): string {
  if (unchecked.length > 0)
    return say('{ingredients} still to look at for allergens', { ingredients: countOf(unchecked.length, 'ingredient') })
  return contains.length === 0
    ? say('No major allergens')
    : say('Contains {allergens}', { allergens: contains.map(sayAllergen).join(', ') })
}
