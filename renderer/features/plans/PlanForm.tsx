import { useEffect, useRef } from 'react'
import { useWatch } from 'react-hook-form'
import { PlanInput, type PlanRow } from '../../../shared/api/plans.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { ChoiceField, DayField, NumberField, TextField } from '../../forms/fields.tsx'
import { InlineForm } from '../../forms/InlineForm.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { toastDone } from '../../ui/toast.ts'
import { UndoPlan } from './UndoPlan.tsx'
import { nounFor } from '../../../shared/words/counted.ts'
import { sayDay } from '../../../shared/words/day.ts'
import { say, sayWord } from '../../../shared/words/say.ts'

interface PlanFormProps {
  /** The plan that is changed; null for a new one. */
  readonly plan: PlanRow | null
  readonly today: string
  readonly onClose: () => void
}

/** Plans a batch, or changes a plan. A product chosen fills in the size of its last batch, and offers to repeat it. */
export function PlanForm({ plan, today, onClose }: PlanFormProps) {
  const products = useAnswer('batches', 'again', { limit: 200 })
  const command = useCommandForm({
    schema: PlanInput,
    defaults: {
      planId: plan?.id ?? null,
      // Nothing is chosen yet: the schema says so where it stays so.
      productId: plan?.productId ?? (null as unknown as number),
      day: plan?.day ?? today,
      planned: plan?.planned ?? (null as unknown as number),
      packId: plan?.packId ?? null,
      likeBatchId: plan?.like?.batchId ?? null,
      note: plan?.note ?? '',
    },
    domain: 'plans',
    operation: 'save',
    keepAs: { name: 'plan', of: String(plan?.id ?? '') },
    onDone({ planId, product }, { day }) {
      const facts = { product, day: sayDay(day) }
      toastDone(
        plan ? (
          say('{product} is now planned for {day}.', facts)
        ) : (
          <UndoPlan planId={planId}>{say('{product} is planned for {day}.', facts)}</UndoPlan>
        ),
      )
      onClose()
    },
  })
  const { form } = command
  const { control } = form
  const productId = useWatch({ control, name: 'productId' }) as number | null
  const begun = useAnswer('plans', 'start', { productId: productId ?? 0 }, { enabled: Boolean(productId) })
  const start = productId ? begun.data : undefined

  // A product that was just chosen brings its last figures along; those of a plan, and those kept, stay as they are.
  const filledFor = useRef<unknown>(null)
  const sizeBefore = useRef<unknown>(null)
  useEffect(() => {
    filledFor.current = form.getValues('productId')
  }, [form])
  useEffect(() => {
    sizeBefore.current = form.getValues('planned')
  }, [productId, form])
  useEffect(() => {
    if (!start || filledFor.current === start.productId) return
    filledFor.current = start.productId
    // A size that was typed while its figures were on their way stays.
    if (form.getValues('planned') === sizeBefore.current) form.setValue('planned', start.planned, { shouldDirty: true })
    form.setValue('likeBatchId', start.likes[0]?.batchId ?? null)
    form.setValue('packId', null)
  }, [start, form])

  const likes = start?.likes ?? []
  const kept = plan?.like && likes.every(({ batchId }) => batchId !== plan.like?.batchId) ? [plan.like] : []
  return (
    <InlineForm
      command={command}
      title={plan ? say('Change the plan of {product}', { product: plan.product }) : say('Plan a batch')}
      action={plan ? say('Change the plan') : say('Plan it')}
      enterMovesOn
      onClose={onClose}
    >
      <ChoiceField
        control={control}
        name="productId"
        label={say('What')}
        ids
        autoFocus={plan === null}
        disabled={plan !== null}
        choices={[
          { value: '', label: say('Choose…') },
          ...(products.data ?? []).map(({ productId: id, product }) => ({ value: String(id), label: product })),
          // A product that is not made any more is not in the list, and its plan still is of it.
          ...(plan && products.data?.every((row) => row.productId !== plan.productId)
            ? [{ value: String(plan.productId), label: plan.product }]
            : []),
        ]}
      />
      <DayField control={control} name="day" label={say('Day')} min={today} autoFocus={plan !== null} />
      <NumberField
        control={control}
        name="planned"
        label={start ? say('Size in {unit}', { unit: nounFor(start.unit, 2) }) : say('Size')}
      />
      {start ? (
        <ChoiceField
          control={control}
          name="likeBatchId"
          label={say('{of, select, recipe {Made by} other {Made by}}', { of: 'recipe' })}
          ids
          choices={[
            { value: '', label: say('the recipe, version {version}', { version: start.recipeVersion }) },
            ...likes.map(({ batchId, lotNumber, why }) => ({
              value: String(batchId),
              label: say('like {lotNumber}, {why}', { lotNumber, why: sayWord(why) }),
            })),
            ...kept.map(({ batchId, lotNumber }) => ({
              value: String(batchId),
              label: say('like {lotNumber}', { lotNumber }),
            })),
          ]}
        />
      ) : null}
      {start && start.packs.length > 1 ? (
        <ChoiceField
          control={control}
          name="packId"
          label={say('Filled into')}
          ids
          choices={[
            { value: '', label: say('the usual packs') },
            ...start.packs.map(({ itemId, name }) => ({
              value: String(itemId),
              label: say('all into {pack}', { pack: name }),
            })),
          ]}
        />
      ) : null}
      <TextField control={control} name="note" label={say('Note')} />
    </InlineForm>
  )
}
