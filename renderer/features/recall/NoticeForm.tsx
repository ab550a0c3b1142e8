import { useDebouncedValue } from '@mantine/hooks'
import { zodResolver } from '@hookform/resolvers/zod'
import { useMemo, useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { useAnswer } from '../../api/useAnswer.ts'
import { ChoiceField, DayField, TextField } from '../../forms/fields.tsx'
import { FormFrame } from '../../forms/FormFrame.tsx'
import type { RecallStart } from '../../trace/recallStart.ts'
import { Card, Empty } from '../../ui/Page.tsx'
import { type NamedItem, Notice, type NoticeDraft } from './notice.ts'
import styles from './Recall.module.css'
import { ScopeAnswer } from './ScopeAnswer.tsx'

/** A pause in typing; the answer itself takes a few milliseconds. */
const PAUSE_MS = 80

interface NoticeFormProps {
  readonly ingredients: readonly NamedItem[]
  readonly start: RecallStart
}

/** What the notice says, and the answer to it as it stands. Nothing is saved here, so nothing has to be sent. */
export function NoticeForm({ ingredients, start }: NoticeFormProps) {
  const suppliers = useAnswer('directory', 'suppliers', {})
  const form = useForm<NoticeDraft, unknown, Notice>({
    resolver: zodResolver(Notice),
    defaultValues: {
      ...(start.itemId === undefined ? {} : { itemId: start.itemId }),
      supplierId: start.supplierId ?? null,
      supplierLot: start.supplierLot ?? '',
      receivedFrom: start.receivedFrom ?? '',
      receivedTo: start.receivedTo ?? '',
      reason: '',
    },
    mode: 'onTouched',
  })
  const { control, formState } = form
  const [values] = useDebouncedValue(useWatch({ control }), PAUSE_MS)
  const parsed = useMemo(() => Notice.safeParse(values), [values])
  // While a day is half typed the last answer stays; it goes as soon as a field says what is wrong with it.
  const [last, setLast] = useState<Notice>()
  if (parsed.success && parsed.data !== last) setLast(parsed.data)
  const isWrong = Object.keys(formState.errors).length > 0
  const isChosen = typeof values.itemId === 'number'
  const notice = parsed.success ? parsed.data : isChosen && !isWrong ? last : undefined

  /** The two days are one question: leaving either checks both. An ingredient not yet chosen is no mistake. */
  function onBlur(): void {
    void form.trigger(isChosen ? undefined : ['supplierLot', 'receivedFrom', 'receivedTo', 'reason'])
  }

  const own = ownProduct(ingredients, start)

  return (
    <>
      <FormFrame
        // There is nothing to send: Enter only makes sure that every field has been looked at.
        command={{ form, submit: async () => void (await form.trigger()), busy: false }}
        name="The supplier’s notice"
        enterMovesOn
      >
        <Card>
          <div className={styles['fields']} onBlur={onBlur}>
            <ChoiceField
              control={control}
              name="itemId"
              label="Ingredient"
              ids
              autoFocus={start.itemId === undefined}
              choices={[{ value: '', label: 'Choose…' }, ...[...own, ...ingredients].map(asChoice)]}
            />
            <ChoiceField
              control={control}
              name="supplierId"
              label="Supplier"
              ids
              choices={[{ value: '', label: 'Any supplier' }, ...(suppliers.data ?? []).map(asChoice)]}
            />
            <TextField
              control={control}
              name="supplierLot"
              label={own.length > 0 ? 'Lot number' : 'Supplier’s lot'}
              placeholder="Any lot"
              autoComplete="off"
              spellCheck={false}
            />
            <DayField control={control} name="receivedFrom" label="Received from" />
            <DayField control={control} name="receivedTo" label="Received to" />
            <TextField
              control={control}
              name="reason"
              label="Reason, for the report"
              placeholder="What is wrong"
              autoComplete="off"
            />
          </div>
        </Card>
      </FormFrame>
      <div className={styles['below']}>
        {notice ? <ScopeAnswer notice={notice} isOld={!parsed.success} /> : <NotYet isChosen={isChosen} />}
      </div>
    </>
  )
}

function NotYet({ isChosen }: { readonly isChosen: boolean }) {
  if (isChosen) return <Empty title="One field needs a correction">The sentence below the field says what to do.</Empty>
  return (
    <Empty title="Type what the supplier’s notice says">
      Choose the ingredient first. With the supplier, the lot on the bag or the days, the answer becomes narrower: which
      batches are affected, which are not and why, and which cannot be told.
    </Empty>
  )
}

/** A product of one's own is in the list only where the screen was opened with it. */
function ownProduct(ingredients: readonly NamedItem[], { itemId, item }: RecallStart): NamedItem[] {
  if (itemId === undefined || ingredients.some((each) => each.id === itemId)) return []
  return [{ id: itemId, name: item ?? 'This product' }]
}

function asChoice({ id, name }: NamedItem) {
  return { value: String(id), label: name }
}
