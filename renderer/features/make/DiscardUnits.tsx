import { useWatch } from 'react-hook-form'
import { discardReasons } from '../../../shared/domain/reasons.ts'
import { contract } from '../../../shared/api/contract.ts'
import type { AnswerOf } from '../../api/door.ts'
import { ChoiceField, NumberField } from '../../forms/fields.tsx'
import { InlineForm } from '../../forms/InlineForm.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { toastDone } from '../../ui/toast.ts'
import { packWord } from './packWord.ts'
import { say, sayWord } from '../../../shared/words/say.ts'

const schema = contract.batches.discard.input.omit({ requestId: true })

/** Discards units afterwards, with the reason. */
export function DiscardUnits({
  batch,
  onClose,
}: {
  readonly batch: AnswerOf<'batches', 'get'>
  readonly onClose: () => void
}) {
  const command = useCommandForm({
    schema,
    defaults: { batchId: batch.id, lotId: batch.lotId, reason: '' },
    domain: 'batches',
    operation: 'discard',
    onDone({ serials }) {
      toastDone(say('Discarded {serials}.', { serials }))
      onClose()
    },
  })
  const { control } = command.form
  const lotId = useWatch({ control, name: 'lotId' })
  const onHand = batch.lots.find((lot) => lot.lotId === lotId)?.onHand ?? batch.onHand
  return (
    <InlineForm command={command} title={say('Discard units')} action={say('Discard')} danger onClose={onClose}>
      {batch.lots.length > 1 ? (
        <ChoiceField
          control={control}
          name="lotId"
          label={say('Of which pack')}
          ids
          choices={batch.lots.map((lot) => ({ value: String(lot.lotId), label: packWord(lot) }))}
        />
      ) : null}
      <NumberField
        control={control}
        name="units"
        label={say('How many')}
        description={say('{onHand} on hand', { onHand })}
        autoFocus
      />
      <ChoiceField
        control={control}
        name="reason"
        label={say('Why')}
        choices={[
          { value: '', label: say('Choose…') },
          ...discardReasons.map((reason) => ({ value: reason, label: sayWord(reason) })),
        ]}
      />
    </InlineForm>
  )
}
