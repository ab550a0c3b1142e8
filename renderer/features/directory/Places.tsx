import { useAnswer } from '../../api/useAnswer.ts'
import { ContactList } from './ContactList.tsx'
import { kindWords } from './kindWords.ts'
import { PlaceForm } from './PlaceForm.tsx'
import { say, sayWord } from '../../../shared/words/say.ts'

/** Everywhere products were sent. */
export function Places() {
  const places = useAnswer('directory', 'places', {})
  return (
    <ContactList
      title={say('Places')}
      add={say('Add a place')}
      none={say('None yet. Places are added when you send something out, or here.')}
      answer={places}
      kindOf={(place) => sayWord(kindWords[place.kind])}
      hrefOf={(place) => `/place/${place.id}`}
      form={(place, onClose) => <PlaceForm place={place} onClose={onClose} />}
    />
  )
}
