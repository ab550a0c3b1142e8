import { type Control, useWatch } from 'react-hook-form'
import { placeKinds } from '../../../shared/api/directory.ts'
import { nameKey } from '../../../shared/domain/names.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { ChoiceField, DayField, SuggestField, TextField } from '../../forms/fields.tsx'
import { kindWords } from '../directory/kindWords.ts'
import { purposeWords } from './purposeWords.ts'
import type { SendIn, SendOut } from './sendValues.ts'
import styles from './TripFields.module.css'

/** An exchange is recorded with the return that it belongs to. */
const choices = (['sale', 'gift', 'sample', 'own use', 'destroyed'] as const).map((purpose) => ({
  value: purpose,
  label: purposeWords[purpose].choice,
}))

/** What for, where to and when; of a place that is new also what it is. */
export function TripFields({ control }: { readonly control: Control<SendIn, unknown, SendOut> }) {
  const places = useAnswer('directory', 'places', {})
  const place = useWatch({ control, name: 'place' }) ?? ''
  const purpose = useWatch({ control, name: 'purpose' })
  const known = places.data?.some((other) => nameKey(other.name) === nameKey(place)) ?? true
  const goesNowhere = purpose === 'own use' || purpose === 'destroyed'
  return (
    <div className={styles['trip']}>
      <ChoiceField control={control} name="purpose" label="What for" choices={choices} />
      {goesNowhere ? null : (
        <SuggestField
          className={styles['place'] ?? ''}
          control={control}
          name="place"
          label={purpose === 'sample' ? 'Where to (if to anybody)' : 'Where to'}
          placeholder="Saturday farmers market"
          data={places.data?.map((other) => other.name) ?? []}
          autoFocus
        />
      )}
      {!goesNowhere && place.trim() !== '' && !known ? (
        <ChoiceField
          control={control}
          name="placeKind"
          label="A new place: it is a"
          choices={placeKinds.map((kind) => ({ value: kind, label: kindWords[kind] }))}
        />
      ) : null}
      <DayField control={control} name="sentOn" label="Day" />
      {purpose === 'destroyed' ? (
        <TextField
          className={styles['place'] ?? ''}
          control={control}
          name="note"
          label="Why"
          placeholder="Out of date, broken, …"
        />
      ) : (
        <TextField control={control} name="reference" label="Order or delivery number" placeholder="If there is one" />
      )}
    </div>
  )
}
