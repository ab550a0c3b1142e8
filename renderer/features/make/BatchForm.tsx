import { useEffect, useState } from 'react'
import { useWatch } from 'react-hook-form'
import { useLocation } from 'wouter'
import { BatchInput } from '../../../shared/api/batches.ts'
import { isDay } from '../../../shared/domain/day.ts'
import type { AnswerOf } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { FormFrame, FormProblem } from '../../forms/FormFrame.tsx'
import { SaveBar } from '../../forms/SaveBar.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { toastDone } from '../../ui/toast.ts'
import { UndoButton } from '../../ui/UndoButton.tsx'
import { countOf } from '../../ui/words.ts'
import { CrewFields } from '../crew/CrewFields.tsx'
import { BatchHead } from './BatchHead.tsx'
import { rowsOfLine } from './batchRows.ts'
import styles from './BatchForm.module.css'
import type { BatchSize } from './OtherSize.tsx'
import { Outcome } from './Outcome.tsx'
import { UseRows } from './UseRows.tsx'

interface BatchFormProps {
  readonly product: AnswerOf<'products', 'get'>
  readonly today: string
}

/** One page: lot number, ingredient lots, what came out. */
export function BatchForm({ product, today }: BatchFormProps) {
  const [, go] = useLocation()
  const [size, setSize] = useState<BatchSize>({ planned: product.expectedYield })
  const command = useCommandForm({
    schema: BatchInput,
    defaults: {
      productId: product.id,
      madeOn: today,
      lotNumber: '',
      made: product.expectedYield,
      discarded: 0,
      discardReason: '',
      setAside: 0,
      packs: product.packs.map(({ itemId }) => ({ itemId, made: 0, discarded: 0, setAside: 0 })),
      bestBy: '',
      uses: [],
      note: '',
      personIds: [],
      equipmentIds: [],
    },
    domain: 'batches',
    operation: 'record',
    onDone({ batchId, lotNumber, forSale }) {
      const saved = `Saved ${lotNumber}: ${countOf(forSale, product.packs.length > 0 ? 'unit' : product.unit)} for sale.`
      toastDone(
        <UndoButton
          domain="batches"
          operation="void"
          input={{ batchId, reason: 'undone' }}
          done={`${lotNumber} was taken back. Its number stays used.`}
        >
          {saved}
        </UndoButton>,
      )
      go(`/batch/${batchId}`)
    },
  })
  const { form } = command
  const madeOn = useWatch({ control: form.control, name: 'madeOn' })
  const proposal = useAnswer(
    'batches',
    'propose',
    { productId: product.id, madeOn: isDay(madeOn) ? madeOn : today, ...size },
    { keepLast: true },
  )

  // The proposal fills the rows until the person has touched one; then what they typed stays.
  const lines = proposal.data?.lines
  useEffect(() => {
    if (!lines) return
    const touched = form.getValues('uses').some((use) => use.basis === 'confirmed' && use.lotId !== undefined)
    if (!touched) form.setValue('uses', lines.flatMap(rowsOfLine))
  }, [lines, form])

  // What comes out follows the size of the cook until the person has typed a figure of it.
  const packs = proposal.data?.packs
  useEffect(() => {
    if (!packs) return
    if (!form.getFieldState('made').isDirty) form.resetField('made', { defaultValue: packs[0]?.expected ?? 0 })
    if (!form.getFieldState('packs').isDirty)
      form.resetField('packs', {
        defaultValue: packs
          .slice(1)
          .map(({ itemId, expected }) => ({ itemId, made: expected, discarded: 0, setAside: 0 })),
      })
  }, [packs, form])

  return (
    <FormFrame command={command} name={`Record a batch of ${product.name}`} enterMovesOn>
      <BatchHead
        control={form.control}
        product={product}
        proposal={proposal.data}
        today={today}
        size={size}
        onSize={setSize}
      />
      <div className={styles['columns']}>
        <UseRows command={command} lines={lines ?? []} madeOn={isDay(madeOn) ? madeOn : today} />
        <div>
          <Outcome command={command} product={product} bestBy={proposal.data?.bestBy ?? null} />
          <CrewFields control={form.control} personIds="personIds" equipmentIds="equipmentIds" productId={product.id} />
          <SaveBar busy={command.busy}>Save the batch</SaveBar>
          <FormProblem command={command} />
        </div>
      </div>
    </FormFrame>
  )
}
