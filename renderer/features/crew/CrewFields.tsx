import { Checkbox } from '@mantine/core'
import { useEffect } from 'react'
import { type Control, type FieldPath, type FieldValues, useController } from 'react-hook-form'
import { readCard } from '../../../shared/domain/crewCard.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { useScan } from '../../app/scan.ts'
import { toastDone } from '../../ui/toast.ts'
import styles from './CrewFields.module.css'
import { say } from '../../../shared/words/say.ts'

interface CrewFieldsProps<In extends FieldValues, Out> {
  readonly control: Control<In, unknown, Out>
  readonly personIds: FieldPath<In>
  readonly equipmentIds: FieldPath<In>
  /** Whose last batch proposes people and equipment; left out to propose nothing. */
  readonly productId?: number
}

/** Who made it and with what. Nothing where the kitchen keeps neither; a scanned card (P-3, E-7) ticks its own. */
export function CrewFields<In extends FieldValues, Out>({
  control,
  personIds,
  equipmentIds,
  productId,
}: CrewFieldsProps<In, Out>) {
  const people = useAnswer('crew', 'people', {})
  const equipment = useAnswer('crew', 'equipment', {})
  const used = useAnswer('crew', 'used', { productId: productId ?? 0 }, { enabled: productId !== undefined })
  const who = useController({ control, name: personIds })
  const what = useController({ control, name: equipmentIds })
  const whoIds = asIds(who.field.value)
  const whatIds = asIds(what.field.value)

  // The last batch of the product proposes, until the person has ticked something.
  useEffect(() => {
    if (!used.data) return
    if (!who.fieldState.isDirty && whoIds.length === 0 && used.data.personIds.length > 0)
      who.field.onChange(used.data.personIds)
    if (!what.fieldState.isDirty && whatIds.length === 0 && used.data.equipmentIds.length > 0)
      what.field.onChange(used.data.equipmentIds)
    // Once, when the proposal is there.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [used.data])

  useScan((text) => {
    const card = readCard(text)
    const list = card?.kind === 'person' ? people.data : equipment.data
    const known = card === null ? undefined : list?.find((each) => each.id === card.id)
    if (!card || !known) return false
    const [ids, field] = card.kind === 'person' ? [whoIds, who.field] : [whatIds, what.field]
    if (!ids.includes(card.id)) field.onChange([...ids, card.id])
    toastDone(say('{name} is written down.', { name: known.name }))
    return true
  })

  if ((people.data ?? []).length + (equipment.data ?? []).length === 0) return null
  return (
    <div className={styles['crew']}>
      <Ticks label={say('Made by')} all={people.data ?? []} ids={whoIds} onChange={who.field.onChange} />
      <Ticks label={say('With')} all={equipment.data ?? []} ids={whatIds} onChange={what.field.onChange} />
    </div>
  )
}

interface TicksProps {
  readonly label: string
  readonly all: readonly { readonly id: number; readonly name: string; readonly active: boolean }[]
  readonly ids: readonly number[]
  readonly onChange: (ids: number[]) => void
}

function Ticks({ label, all, ids, onChange }: TicksProps) {
  const shown = all.filter(({ id, active }) => active || ids.includes(id))
  if (shown.length === 0) return null
  return (
    <Checkbox.Group
      label={label}
      value={ids.map(String)}
      onChange={(values) => onChange(values.map(Number))}
      className={styles['group'] ?? ''}
    >
      <div className={styles['ticks']}>
        {shown.map(({ id, name }) => (
          <Checkbox key={id} size="md" value={String(id)} label={name} />
        ))}
      </div>
    </Checkbox.Group>
  )
}

function asIds(value: unknown): number[] {
  return Array.isArray(value) ? value.filter((id) => typeof id === 'number') : []
}
