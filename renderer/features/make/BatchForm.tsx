import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useWatch } from 'react-hook-form'
import { useLocation } from 'wouter'
import { BatchInput } from '../../../shared/api/batches.ts'
import { isDay } from '../../../shared/domain/day.ts'
import type { AnswerOf } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { FormFrame } from '../../forms/FormFrame.tsx'
import { SaveBar } from '../../forms/SaveBar.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { CrewFields } from '../crew/CrewFields.tsx'
import { BatchHead } from './BatchHead.tsx'
import { isUnplaced, rowsOfLine } from './batchRows.ts'
import { writeDraftContent } from './draftContent.ts'
import { Journal } from './Journal.tsx'
import { LabelsOnSave, useLabelsOnSave } from './LabelsOnSave.tsx'
import styles from './BatchForm.module.css'
import type { BatchSize } from './OtherSize.tsx'
import { Outcome } from './Outcome.tsx'
import type { PageStart } from './usePageStart.ts'
import { useDraft } from './useDraft.ts'
import { useSaved } from './useSaved.ts'
import { useSaveWhenProposed } from './useSaveWhenProposed.ts'
import { UseRows } from './UseRows.tsx'
import { say } from '../../../shared/words/say.ts'

interface BatchFormProps {
  readonly product: AnswerOf<'products', 'get'>
  readonly today: string
  readonly start: PageStart
}

/** One page: lot number, ingredient lots, what came out. What is typed is kept until it is saved. */
export function BatchForm({ product, today, start }: BatchFormProps) {
  const { live, plan, sheet, likeBatchId } = start
  const [, go] = useLocation()
  const begun = start.draft?.content.planned ?? live?.planned ?? sheet?.planned ?? plan?.planned
  const [size, setSize] = useState<BatchSize>(begun === undefined ? {} : { planned: begun })
  const page = useRef<HTMLDivElement>(null)
  const labels = useLabelsOnSave()
  const saved = useSaved({ product, ...labels })
  const command = useCommandForm({
    schema: BatchInput,
    defaults: start.draft?.content.values ?? {
      productId: product.id,
      liveId: live?.id ?? null,
      planId: plan?.id ?? null,
      sheetId: sheet?.id ?? null,
      madeOn: today,
      lotNumber: '',
      made: begun ?? product.expectedYield,
      discarded: 0,
      discardReason: '',
      setAside: 0,
      packs: product.packs.map(({ itemId }) => ({ itemId, made: 0, discarded: 0, setAside: 0 })),
      bestBy: '',
      uses: [],
      note: plan?.note ?? '',
      personIds: [],
      equipmentIds: [],
    },
    domain: 'batches',
    operation: 'record',
    // Also before anything was kept: a keeping may be on its way, or come while this is saved.
    complete: (values) => ({ ...values, draftId: draft.id }),
    onDone(answer) {
      isSaved.current = true
      // The words come before the next screen is worked out.
      flushSync(() => void saved(answer, draft.idIfKept()))
      setTimeout(() => go(`/batch/${answer.batchId}`))
    },
  })
  const { form } = command
  const content = () => writeDraftContent({ values: form.getValues(), planned: units, likeBatchId })
  const draft = useDraft({ start: start.draft, productId: product.id, liveId: live?.id ?? null, content, page })
  const isSaved = useRef(false)

  const madeOn = useWatch({ control: form.control, name: 'madeOn' })
  const day = isDay(madeOn) ? madeOn : today
  const proposal = useAnswer(
    'batches',
    'propose',
    {
      productId: product.id,
      madeOn: day,
      likeBatchId,
      packId: (sheet ?? plan)?.packId ?? null,
      // What stands on the paper is what was made, also where the recipe was changed since.
      recipeVersion: sheet?.recipeVersion ?? null,
      ...size,
    },
    { keepLast: true },
  )
  const units = size.planned ?? proposal.data?.planned ?? product.expectedYield

  // The proposal fills the page until the person has touched a row; then what they typed stays.
  const lines = proposal.data?.lines
  const asked = proposal.isPlaceholderData ? null : JSON.stringify([day, size])
  const filledFor = useRef<string>(null)
  const isFilled = useRef(start.draft !== null)
  useEffect(() => {
    if (!lines || asked === null) return
    const touched =
      start.draft !== null ||
      form.getFieldState('uses').isDirty ||
      form.getValues('uses').some((use) => use.basis === 'confirmed' && use.lotId !== undefined)
    // Asked again as the stock changed: whoever is in a row is not taken out of it.
    const inRows = filledFor.current === asked && isInRows(page.current)
    if (!touched && !inRows) form.setValue('uses', lines.flatMap(rowsOfLine))
    filledFor.current = asked
    if (isFilled.current) return
    isFilled.current = true
    const uses = form.getValues('uses')
    focusFirst(page.current, uses.length > 0 && uses.every(isUnplaced))
  }, [lines, asked, form, start])

  // What comes out follows the size of the cook until the person has typed a figure of it.
  const packs = proposal.data?.packs
  useEffect(() => {
    if (!packs || start.draft !== null) return
    if (!form.getFieldState('made').isDirty) form.resetField('made', { defaultValue: packs[0]?.expected ?? 0 })
    if (!form.getFieldState('packs').isDirty)
      form.resetField('packs', {
        defaultValue: packs
          .slice(1)
          .map(({ itemId, expected }) => ({ itemId, made: expected, discarded: 0, setAside: 0 })),
      })
  }, [packs, form, start])

  function resize(wanted: BatchSize): void {
    setSize(wanted)
    draft.touched()
  }

  const { submit, isWaiting } = useSaveWhenProposed({
    proposal,
    async save() {
      draft.done()
      await command.submit()
      if (!isSaved.current) draft.touched()
    },
    onFailed(problem) {
      const message = say('What goes in was not worked out: {problem} Check the rows, then save again.', { problem })
      form.setError('root', { type: 'core', message })
    },
  })
  const saving = { ...command, submit, busy: command.busy || isWaiting }

  return (
    <div ref={page}>
      <FormFrame command={saving} name={say('Record a batch of {product}', { product: product.name })} enterMovesOn>
        <BatchHead
          control={form.control}
          product={product}
          proposal={proposal.data}
          live={live}
          planId={plan?.id ?? null}
          sheet={sheet}
          today={today}
          planned={units}
          onSize={resize}
          content={content}
          moveDraft={draft.moveTo}
        />
        <div className={styles['columns']}>
          <UseRows command={command} lines={lines ?? []} madeOn={day} onTouched={draft.touched} />
          <div className={styles['result']}>
            <Outcome
              command={command}
              product={product}
              bestBy={proposal.data?.bestBy ?? null}
              onTouched={draft.touched}
            />
            <CrewFields
              control={form.control}
              personIds="personIds"
              equipmentIds="equipmentIds"
              productId={product.id}
            />
            <LabelsOnSave choice={labels} />
            <SaveBar command={saving}>{say('Save the batch')}</SaveBar>
            {draft.problem ? (
              <p role="alert">{say('What you type is not kept: {problem}', { problem: draft.problem })}</p>
            ) : null}
          </div>
        </div>
      </FormFrame>
      {live ? (
        <div className={styles['below']}>
          <Journal of={{ kind: 'live', id: live.id }} expected={product.readings} />
        </div>
      ) : null}
    </div>
  )
}

function isInRows(page: HTMLElement | null): boolean {
  return Boolean(page?.querySelector('[data-row]:focus-within'))
}

/**
 * The yield is what changes most often; before the first shopping trip, it is the lots that are missing.
 * @param frames how long to wait for the field: a slow laptop draws the rows later than they are there
 */
function focusFirst(page: HTMLElement | null, lotsAreMissing: boolean, frames = 120): void {
  requestAnimationFrame(() => {
    // Whoever went to the finder meanwhile, or into the page, stays there.
    if (!page || document.activeElement?.matches('input, textarea, select')) return
    if (page.contains(document.activeElement)) return
    const field = page.querySelector<HTMLInputElement>(
      lotsAreMissing ? '[data-row="0"] input[role=combobox]' : 'input[name=made]',
    )
    field?.focus()
    field?.select()
    if (!field && frames > 1) focusFirst(page, lotsAreMissing, frames - 1)
  })
}
