import { type Control, useWatch } from 'react-hook-form'
import { placeKinds } from '../../../shared/api/directory.ts'
import { nameKey } from '../../../shared/domain/names.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { ChoiceField, DayField, SuggestField, TextField } from '../../forms/fields.tsx'
import { kindWords } from '../directory/kindWords.ts'
import type { SendIn, SendOut } from './sendValues.ts'
import styles from './TripFields.module.css'

/** Where units go and when; of a place that is new also what it is. */
export function TripFields({ control }: { readonly control: Control<SendIn, unknown, SendOut> }) {
  const places = useAnswer('directory', 'places', {})
  const place = useWatch({ control, name: 'place' }) ?? ''
  const known = places.data?.some((other) => nameKey(other.name) === nameKey(place)) ?? true
  return (
    <div className={styles['trip']}>
      <SuggestField
        control={control}
        name="place"
        label="Where to"
        placeholder="Saturday farmers market"
        data={places.data?.map((other) => other.name) ?? []}
        autoFocus
      />
      {place.trim() !== '' && !known ? (
        <ChoiceField
          control={control}
          name="placeKind"
          label="A new place: it is a"
          choices={placeKinds.map((kind) => ({ value: kind, label: kindWords[kind] }))}
        />
      ) : null}
      <DayField control={control} name="sentOn" label="Day" />
      <TextField control={control} name="reference" label="Order or delivery number" placeholder="If there is one" />
    </div>
  )
}
