import { type Control, useWatch } from 'react-hook-form'
import { placeKinds } from '../../../shared/api/directory.ts'
import { nameKey } from '../../../shared/domain/names.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { ChoiceField, DayField, SuggestField, TextField } from '../../forms/fields.tsx'
import { kindWords } from '../directory/kindWords.ts'
import { purposeWords } from './purposeWords.ts'
import type { SendIn, SendOut } from './sendValues.ts'
import styles from './TripFields.module.css'
import { say, sayWord } from '../../../shared/words/say.ts'

/** An exchange is recorded with the return that it belongs to. */
const purposes = ['sale', 'gift', 'sample', 'own use', 'destroyed'] as const

/** What for, where to and when; of a place that is new also what it is. */
export function TripFields({ control }: { readonly control: Control<SendIn, unknown, SendOut> }) {
  const places = useAnswer('directory', 'places', {})
  const place = useWatch({ control, name: 'place' }) ?? ''
  const purpose = useWatch({ control, name: 'purpose' })
  const known = places.data?.some((other) => nameKey(other.name) === nameKey(place)) ?? true
  const goesNowhere = purpose === 'own use' || purpose === 'destroyed'
  return (
    <div className={styles['trip']}>
      <ChoiceField
        control={control}
        name="purpose"
        label={say('What for')}
        choices={purposes.map((each) => ({ value: each, label: sayWord(purposeWords[each].choice) }))}
      />
      {goesNowhere ? null : (
        <SuggestField
          className={styles['place'] ?? ''}
          control={control}
          name="place"
          label={purpose === 'sample' ? say('Where to (if to anybody)') : say('Where to')}
          placeholder={say('Saturday farmers market')}
          data={places.data?.map((other) => other.name) ?? []}
          autoFocus
        />
      )}
      {!goesNowhere && place.trim() !== '' && !known ? (
        <ChoiceField
          control={control}
          name="placeKind"
          label={say('A new place: it is a')}
          choices={placeKinds.map((kind) => ({ value: kind, label: sayWord(kindWords[kind]) }))}
        />
      ) : null}
      <DayField control={control} name="sentOn" label={say('Day')} />
      {purpose === 'destroyed' ? (
        <TextField
          className={styles['place'] ?? ''}
          control={control}
          name="note"
          label={say('Why')}
          placeholder={say('Out of date, broken, …')}
        />
      ) : (
        <TextField
          className={styles['reference'] ?? ''}
          control={control}
          name="reference"
          label={say('Order or delivery number')}
          placeholder={say('If there is one')}
        />
      )}
    </div>
  )
}
