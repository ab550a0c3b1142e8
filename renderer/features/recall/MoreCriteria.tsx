import { type Control, useWatch } from 'react-hook-form'
import { allergenInWords, allergensToChoose } from '../../../shared/domain/allergens.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { ChoiceField } from '../../forms/fields.tsx'
import type { RecallStart } from '../../trace/recallStart.ts'
import { Fold } from '../../ui/Fold.tsx'
import type { Notice, NoticeDraft } from './notice.ts'
import styles from './Recall.module.css'
import { say, sayWord } from '../../../shared/words/say.ts'

interface MoreCriteriaProps {
  readonly control: Control<NoticeDraft, unknown, Notice>
  readonly start: RecallStart
}

/** What is asked of the batches themselves: rarer than a supplier’s notice, so that it waits folded away. */
export function MoreCriteria({ control, start }: MoreCriteriaProps) {
  const bins = useAnswer('bins', 'list', {})
  const equipment = useAnswer('crew', 'equipment', {})
  const people = useAnswer('crew', 'people', {})
  const chosen = useWatch({ control, name: ['binId', 'equipmentId', 'personId', 'allergen'] }).filter(Boolean).length
  return (
    <div className={styles['below']}>
      <Fold
        title={say('Bin, equipment, person or allergen')}
        summary={
          chosen > 0
            ? say('{chosen} chosen', { chosen })
            : say('combine with anything above; “Made from” and “to” are their days')
        }
        open={Boolean(start.binId ?? start.equipmentId ?? start.personId ?? start.allergen)}
      >
        <div className={styles['four']}>
          <ChoiceField
            control={control}
            name="binId"
            label={say('Bin')}
            ids
            choices={choices(say('Any bin, or none'), bins.data)}
          />
          <ChoiceField
            control={control}
            name="equipmentId"
            label={say('Equipment')}
            ids
            choices={choices(say('Any equipment'), equipment.data)}
          />
          <ChoiceField
            control={control}
            name="personId"
            label={say('Made by')}
            ids
            choices={choices(say('Anyone'), people.data)}
          />
          <ChoiceField
            control={control}
            name="allergen"
            label={say('Allergen')}
            choices={[
              { value: '', label: say('Any or none') },
              ...allergensToChoose().map((allergen) => ({
                value: allergen,
                label: sayWord(allergenInWords(allergen)),
              })),
            ]}
          />
        </div>
      </Fold>
    </div>
  )
}

function choices(none: string, named: readonly { readonly id: number; readonly name: string }[] | undefined) {
  return [{ value: '', label: none }, ...(named ?? []).map(({ id, name }) => ({ value: String(id), label: name }))]
}
