import { useAnswer } from '../../api/useAnswer.ts'
import { ContactList } from './ContactList.tsx'
import { SupplierForm } from './SupplierForm.tsx'
import { say } from '../../../shared/words/say.ts'

/** Everyone ingredients were bought from. */
export function Suppliers() {
  const suppliers = useAnswer('directory', 'suppliers', {})
  return (
    <ContactList
      title={say('Suppliers')}
      add={say('Add a supplier')}
      none={say('Nobody yet. Suppliers are added when you receive ingredients, or here.')}
      answer={suppliers}
      form={(supplier, onClose) => <SupplierForm supplier={supplier} onClose={onClose} />}
    />
  )
}
