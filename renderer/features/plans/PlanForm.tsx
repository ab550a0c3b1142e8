import { useEffect, useRef } from 'react'
import { useWatch } from 'react-hook-form'
import { PlanInput, type PlanRow } from '../../../shared/api/plans.ts'
import { showDay } from '../../../shared/domain/day.ts'
import { countWord } from '../../../shared/domain/quantity.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { ChoiceField, DayField, NumberField, TextField } from '../../forms/fields.tsx'
import { InlineForm } from '../../forms/InlineForm.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { toastDone } from '../../ui/toast.ts'
import { UndoPlan } from './UndoPlan.tsx'

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
      const said = `${product} is ${plan ? 'now planned' : 'planned'} for ${showDay(day)}.`
      toastDone(plan ? said : <UndoPlan planId={planId}>{said}</UndoPlan>)
      onClose()
    },
  })
  const { form } = command
  const { control } = form
  const productId = useWatch({ control, name: 'productId' }) as number | null
  const begun = useAnswer('plans', 'start', { productId: productId ?? 0 }, { enabled: Boolean(productId) })
  const start = productId ? begun.data : undefined

  // A product that was just chosen brings its last figures along; those of a plan, and those kept, stay as they are.
  const filledFor = useRef(productId)
  useEffect(() => {
    if (!start || filledFor.current === start.productId) return
    filledFor.current = start.productId
    form.setValue('planned', start.planned, { shouldDirty: true })
    form.setValue('likeBatchId', start.likes[0]?.batchId ?? null)
    form.setValue('packId', null)
  }, [start, form])

  const likes = start?.likes ?? []
  const kept = plan?.like && likes.every(({ batchId }) => batchId !== plan.like?.batchId) ? [plan.like] : []
  return (
    <InlineForm
      command={command}
      title={plan ? `Change the plan of ${plan.product}` : 'Plan a batch'}
      action={plan ? 'Change the plan' : 'Plan it'}
      enterMovesOn
      onClose={onClose}
    >
      <ChoiceField
        control={control}
        name="productId"
        label="What"
        ids
        autoFocus={plan === null}
        disabled={plan !== null}
        choices={[
          { value: '', label: 'Choose…' },
          ...(products.data ?? []).map(({ productId: id, product }) => ({ value: String(id), label: product })),
          // A product that is not made any more is not in the list, and its plan still is of it.
          ...(plan && products.data?.every((row) => row.productId !== plan.productId)
            ? [{ value: String(plan.productId), label: plan.product }]
            : []),
        ]}
      />
      <DayField control={control} name="day" label="Day" min={today} autoFocus={plan !== null} />
      <NumberField
        control={control}
        name="planned"
        label={start ? `Size in ${countWord(start.unit, 2)}` : 'Size'}
        w="8rem"
      />
      {start ? (
        <ChoiceField
          control={control}
          name="likeBatchId"
          label="Made by"
          ids
          choices={[
            { value: '', label: `the recipe, version ${start.recipeVersion}` },
            ...likes.map(({ batchId, lotNumber, why }) => ({
              value: String(batchId),
              label: `like ${lotNumber}, ${why}`,
            })),
            ...kept.map(({ batchId, lotNumber }) => ({ value: String(batchId), label: `like ${lotNumber}` })),
          ]}
        />
      ) : null}
      {start && start.packs.length > 1 ? (
        <ChoiceField
          control={control}
          name="packId"
          label="Filled into"
          ids
          choices={[
            { value: '', label: 'the usual packs' },
            ...start.packs.map(({ itemId, name }) => ({ value: String(itemId), label: `all into ${name}` })),
          ]}
        />
      ) : null}
      <TextField control={control} name="note" label="Note" />
    </InlineForm>
  )
}
