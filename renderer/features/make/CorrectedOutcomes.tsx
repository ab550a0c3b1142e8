import { useWatch } from 'react-hook-form'
import { countOf } from '../../../shared/words/counted.ts'
import { discardReasons } from '../../../shared/domain/reasons.ts'
import type { CorrectionInput } from '../../../shared/api/corrections.ts'
import type { z } from '../../../shared/api/zod.ts'
import type { AnswerOf } from '../../api/door.ts'
import { ChoiceField, NumberField } from '../../forms/fields.tsx'
import type { CommandForm } from '../../forms/useCommandForm.ts'
import styles from './CorrectBatch.module.css'
import { say, sayWord } from '../../../shared/words/say.ts'

export type CorrectionForm = CommandForm<z.input<typeof CorrectionInput>, z.output<typeof CorrectionInput>>
type Outcome = AnswerOf<'corrections', 'open'>['outcomes'][number]

/** What came out, a row for each pack size. */
export function CorrectedOutcomes({
  command,
  outcomes,
}: {
  readonly command: CorrectionForm
  readonly outcomes: readonly Outcome[]
}) {
  return (
    <section aria-label={say('Corrected figures')}>
      {outcomes.map((outcome, at) => (
        <div key={outcome.lotId}>
          <h3 className={styles['part']}>
            {outcomes.length === 1
              ? say('What came out')
              : say('What came out: {product}', { product: outcome.product })}
          </h3>
          <div className={styles['outcome']}>
            <NumberField control={command.form.control} name={`outcomes.${at}.made`} label={say('Made')} />
            <NumberField control={command.form.control} name={`outcomes.${at}.discarded`} label={say('Discarded')} />
            <NumberField control={command.form.control} name={`outcomes.${at}.setAside`} label={say('Set aside')} />
            <WhyDiscarded command={command} at={at} before={outcome.discardReason} />
          </div>
          {outcome.gone > 0 ? (
            <p className={styles['gone']}>
              {say('{units} sent, used or missed at a count: fewer cannot have been made.', {
                units: countOf(outcome.gone, outcome.unit),
              })}
            </p>
          ) : null}
        </div>
      ))}
    </section>
  )
}

function WhyDiscarded({
  command,
  at,
  before,
}: {
  readonly command: CorrectionForm
  readonly at: number
  readonly before: string
}) {
  const { control } = command.form
  const discarded = useWatch({ control, name: `outcomes.${at}.discarded` })
  if (!(typeof discarded === 'number' && discarded > 0)) return null
  const reasons = [...new Set([...(before === '' ? [] : [before]), ...discardReasons])]
  return (
    <ChoiceField
      control={control}
      name={`outcomes.${at}.discardReason`}
      label={say('Why discarded')}
      choices={[
        { value: '', label: say('Choose…') },
        ...reasons.map((reason) => ({ value: reason, label: sayWord(reason) })),
      ]}
    />
  )
}
