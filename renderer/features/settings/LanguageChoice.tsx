import { SegmentedControl } from '@mantine/core'
import type { Language } from '../../../shared/words/say.ts'
import { say } from '../../../shared/words/say.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { useCommand } from '../../api/useCommand.ts'
import { toastError } from '../../ui/toast.ts'
import styles from './Appearance.module.css'

/** Each language by its own name, so that whoever reads only one finds it. */
const names: { value: Language; label: string }[] = [
  { value: 'en', label: 'English' },
  { value: 'es', label: 'Español' },
]

/** The language of the screens, in both languages; kept with the kitchen, since the core says half of it. */
export function LanguageChoice() {
  const { data: state } = useAnswer('system', 'state', {})
  const { run, busy } = useCommand('kitchen', 'speak')
  return (
    <div className={styles['choice']}>
      <strong>Language · Idioma</strong>
      <SegmentedControl
        aria-label="Language · Idioma"
        size="md"
        data={names}
        value={state?.language ?? 'en'}
        disabled={busy}
        onChange={(language) => void run({ language }).catch(toastError)}
      />
      <span className={styles['about']}>
        {say('Of the screens. Labels, notices and reports stay in English: customers and authorities read them.')}
      </span>
    </div>
  )
}
