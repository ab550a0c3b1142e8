import { countOf } from '../../../shared/words/counted.ts'
import { CorrectionInput } from '../../../shared/api/corrections.ts'
import type { AnswerOf } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { DayField, LongTextField, TextField } from '../../forms/fields.tsx'
import { InlineForm } from '../../forms/InlineForm.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { Answered } from '../../ui/Answered.tsx'
import { toastDone } from '../../ui/toast.ts'
import { CrewFields } from '../crew/CrewFields.tsx'
import { CorrectedOutcomes } from './CorrectedOutcomes.tsx'
import { CorrectedUses } from './CorrectedUses.tsx'
import styles from './CorrectBatch.module.css'
import { say } from '../../../shared/words/say.ts'

interface CorrectBatchProps {
  readonly batchId: number
  readonly onClose: () => void
}

/** Corrects any fact of a saved batch, with a reason; old and new stay on the batch. */
export function CorrectBatch({ batchId, onClose }: CorrectBatchProps) {
  const answer = useAnswer('corrections', 'open', { batchId })
  return <Answered answer={answer}>{(batch) => <CorrectionForm batch={batch} onClose={onClose} />}</Answered>
}

interface CorrectionFormProps {
  readonly batch: AnswerOf<'corrections', 'open'>
  readonly onClose: () => void
}

function CorrectionForm({ batch, onClose }: CorrectionFormProps) {
  const command = useCommandForm({
    schema: CorrectionInput,
    defaults: {
      batchId: batch.batchId,
      reason: '',
      madeOn: batch.madeOn,
      bestBy: batch.bestBy ?? '',
      note: batch.note,
      personIds: batch.personIds,
      equipmentIds: batch.equipmentIds,
      outcomes: batch.outcomes.map(({ lotId, made, discarded, discardReason, setAside }) => ({
        lotId,
        made,
        discarded,
        discardReason,
        setAside,
      })),
      uses: batch.uses.map(({ useId, itemId, lotId, quantity }) => ({ useId, itemId, lotId, quantity })),
    },
    domain: 'corrections',
    operation: 'save',
    onDone({ lotNumber, changes }) {
      toastDone(
        say('Corrected {facts} of {lotNumber}. Old and new are on its page.', {
          facts: countOf(changes.length, 'fact'),
          lotNumber,
        }),
      )
      onClose()
    },
  })
  const { control } = command.form
  return (
    <InlineForm
      command={command}
      title={say('Correct {lotNumber}', { lotNumber: batch.lotNumber })}
      action={say('Save the correction')}
      onClose={onClose}
      enterMovesOn
    >
      <div className={styles['all']}>
        <div className={styles['head']}>
          <TextField
            control={control}
            name="reason"
            label={say('Why')}
            placeholder={say('Miscounted, wrong bag, found the note')}
            autoFocus
          />
          <DayField control={control} name="madeOn" label={say('Made on')} />
          <DayField control={control} name="bestBy" label={say('Best by')} />
        </div>
        <CorrectedOutcomes command={command} outcomes={batch.outcomes} />
        <CorrectedUses command={command} uses={batch.uses} fallbackDay={batch.madeOn} />
        <CrewFields control={control} personIds="personIds" equipmentIds="equipmentIds" />
        <LongTextField control={control} name="note" label={say('Note')} minRows={1} />
      </div>
    </InlineForm>
  )
}
