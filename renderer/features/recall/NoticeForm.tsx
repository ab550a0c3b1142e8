import { useDebouncedValue } from '@mantine/hooks'
import { saidResolver } from '../../forms/saidResolver.ts'
import { useMemo, useRef, useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import type { AnswerOf } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { ChoiceField, DayField, TextField } from '../../forms/fields.tsx'
import { FormFrame } from '../../forms/FormFrame.tsx'
import type { RecallStart } from '../../trace/recallStart.ts'
import { Card, Empty } from '../../ui/Page.tsx'
import { MoreCriteria } from './MoreCriteria.tsx'
import { asksSomething, type NamedItem, Notice, type NoticeDraft } from './notice.ts'
import { PastedNotice } from './PastedNotice.tsx'
import styles from './Recall.module.css'
import { ScopeAnswer } from './ScopeAnswer.tsx'
import { say } from '../../../shared/words/say.ts'

/** A pause in typing; the answer itself takes a few milliseconds. */
const PAUSE_MS = 80

const filledByNotice = [
  'itemId',
  'supplierId',
  'supplierLot',
  'bestBy',
  'receivedFrom',
  'receivedTo',
  'reason',
] as const

interface NoticeFormProps {
  readonly ingredients: readonly NamedItem[]
  readonly start: RecallStart
}

/** What the notice says, and the answer to it as it stands. Nothing is saved here, so nothing has to be sent. */
export function NoticeForm({ ingredients, start }: NoticeFormProps) {
  const suppliers = useAnswer('directory', 'suppliers', {})
  const form = useForm<NoticeDraft, unknown, Notice>({
    resolver: saidResolver(Notice),
    defaultValues: {
      itemId: start.itemId ?? null,
      supplierId: start.supplierId ?? null,
      supplierLot: start.supplierLot ?? '',
      receivedFrom: start.receivedFrom ?? '',
      receivedTo: start.receivedTo ?? '',
      bestBy: start.bestBy ?? '',
      ownLot: start.ownLot ?? '',
      madeFrom: start.madeFrom ?? '',
      madeTo: start.madeTo ?? '',
      binId: start.binId ?? null,
      equipmentId: start.equipmentId ?? null,
      personId: start.personId ?? null,
      allergen: start.allergen ?? '',
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
  const isAsked = asksSomething(values)
  const notice = !isAsked ? undefined : parsed.success ? parsed.data : isWrong ? undefined : last

  /** The fields as they were when the notice was given to be read. */
  const asked = useRef<Partial<NoticeDraft>>({})

  /** What the pasted notice says goes into the fields, where a person sees and corrects it. */
  function fill({ items, suppliers: named, checks: _checks, ...read }: AnswerOf<'recall', 'read'>): void {
    const [item] = items
    const [supplier, ...others] = named
    const found = {
      ...read,
      itemId: item?.id ?? null,
      supplierId: supplier && others.length === 0 ? supplier.id : null,
    }
    // What was typed while it was being read stays.
    for (const name of filledByNotice)
      if (form.getValues(name) === asked.current[name]) form.setValue(name, found[name])
    asked.current = { ...asked.current, ...found }
  }

  const own = ownProduct(ingredients, start)

  return (
    <div className={styles['page']}>
      <FormFrame
        // There is nothing to send: Enter only makes sure that every field has been looked at.
        command={{ form, submit: async () => void (await form.trigger()), busy: false }}
        name={say('The supplier’s notice')}
        enterMovesOn
      >
        <Card>
          <PastedNotice
            autoFocus={!asksSomething(start)}
            onAsk={() => (asked.current = form.getValues())}
            onRead={fill}
          />
          <div className={styles['fields']} onBlur={() => void form.trigger()}>
            <ChoiceField
              control={control}
              name="itemId"
              label={say('Ingredient or product')}
              ids
              choices={[{ value: '', label: say('Any') }, ...[...own, ...ingredients].map(asChoice)]}
            />
            <ChoiceField
              control={control}
              name="supplierId"
              label={say('Supplier')}
              ids
              choices={[{ value: '', label: say('Any supplier') }, ...(suppliers.data ?? []).map(asChoice)]}
            />
            <TextField
              control={control}
              name="supplierLot"
              label={say('Supplier’s lots')}
              placeholder={say('Any lot')}
              title={say('Several with commas, a range with “to”: PKT-99281, 00112 to 10412')}
              autoComplete="off"
              spellCheck={false}
            />
            <DayField control={control} name="receivedFrom" label={say('Received from')} />
            <DayField control={control} name="receivedTo" label={say('Received to')} />
            <TextField
              control={control}
              name="bestBy"
              label={say('Best by, on the bag')}
              placeholder={say('Any day')}
              title={say('Days with commas, a range with “to”: 2026-05-12 to 2026-05-29')}
              autoComplete="off"
            />
            <TextField
              control={control}
              name="ownLot"
              label={say('Own lot numbers')}
              placeholder={say('Any batch')}
              autoComplete="off"
              spellCheck={false}
            />
            <DayField control={control} name="madeFrom" label={say('Made from')} />
            <DayField control={control} name="madeTo" label={say('Made to')} />
            <TextField
              control={control}
              name="reason"
              label={say('Reason')}
              placeholder={say('What is wrong')}
              autoComplete="off"
            />
          </div>
          <MoreCriteria control={control} start={start} />
        </Card>
      </FormFrame>
      {notice ? <ScopeAnswer notice={notice} isOld={!parsed.success} /> : <NotYet isAsked={isAsked} />}
    </div>
  )
}

function NotYet({ isAsked }: { readonly isAsked: boolean }) {
  if (isAsked)
    return (
      <Empty title={say('One field needs a correction')}>{say('The sentence below the field says what to do.')}</Empty>
    )
  return (
    <Empty title={say('Paste what the supplier’s notice says')}>
      {say(
        'Or fill in the fields by hand. With the supplier, the lot on the bag or the days, the answer becomes narrower: which batches are affected, which are not and why, and which cannot be told.',
      )}
    </Empty>
  )
}

/** A product of one's own is in the list only where the screen was opened with it. */
function ownProduct(ingredients: readonly NamedItem[], { itemId, item }: RecallStart): NamedItem[] {
  if (!itemId || ingredients.some((each) => each.id === itemId)) return []
  return [{ id: itemId, name: item ?? say('This product') }]
}

function asChoice({ id, name }: NamedItem) {
  return { value: String(id), label: name }
}
