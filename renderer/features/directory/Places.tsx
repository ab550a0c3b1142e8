import { useAnswer } from '../../api/useAnswer.ts'
import { ContactList } from './ContactList.tsx'
import { kindWords } from './kindWords.ts'
import { PlaceForm } from './PlaceForm.tsx'

/** Everywhere products were sent. */
export function Places() {
  const places = useAnswer('directory', 'places', {})
  return (
    <ContactList
      title="Places"
      add="Add a place"
      none="None yet. Places are added when you send something out, or here."
      answer={places}
      kindOf={(place) => kindWords[place.kind]}
      hrefOf={(place) => `/place/${place.id}`}
      form={(place, onClose) => <PlaceForm place={place} onClose={onClose} />}
    />
  )
}
