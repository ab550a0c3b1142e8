import { Button } from '@mantine/core'
import { outcomes } from '../../../shared/api/outcomes.ts'
import type { AnswerOf } from '../../api/door.ts'
import { useCommand } from '../../api/useCommand.ts'
import { TextField } from '../../forms/fields.tsx'
import { FormFrame, FormProblem } from '../../forms/FormFrame.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { Mark } from '../../ui/Mark.tsx'
import { useReadOnly } from '../../ui/readOnly.ts'
import { Dim } from '../../ui/Table.tsx'
import { toastDone, toastError } from '../../ui/toast.ts'
import styles from './Outcomes.module.css'
import { say } from '../../../shared/words/say.ts'

type Pack = AnswerOf<'outcomes', 'get'>['packs'][number]

const schema = outcomes.weigh.input.pick({ weights: true })

/** What units of a pack weigh beside what their label declares, in words. */
export function Weights({ pack }: { readonly pack: Pack }) {
  const readOnly = useReadOnly()
  const { run, busy } = useCommand('outcomes', 'takeWeightsBack')
  const form = useCommandForm({
    schema,
    defaults: { weights: '' },
    domain: 'outcomes',
    operation: 'weigh',
    complete: (values) => ({ ...values, lotId: pack.lotId }),
    onDone: () => form.form.reset(),
  })
  if (pack.declared === null) return null

  async function takeBack(): Promise<void> {
    try {
      await run({ lotId: pack.lotId, reason: 'a mistake' })
      toastDone(say('Taken back. They stay in the history.'))
    } catch (error) {
      toastError(error)
    }
  }

  return (
    <section aria-label={say('Weights {name}', { name: pack.name })}>
      {pack.sentence === null ? null : (
        <p className={styles['line']}>
          <Mark tone={pack.verdict === 'good' ? 'good' : 'bad'}>
            {pack.verdict === 'good' ? say('weight good') : say('weight short')}
          </Mark>{' '}
          {pack.sentence} <Dim>{pack.weights.map(({ typed }) => typed).join('; ')}</Dim>
        </p>
      )}
      {readOnly ? null : (
        <FormFrame command={form} name={say('Weights {name}', { name: pack.name })}>
          <div className={styles['fields']}>
            <TextField
              control={form.form.control}
              name="weights"
              label={
                pack.name === ''
                  ? say('Weigh some: without the jar, {declared} declared', { declared: pack.declared })
                  : say('Weigh {name}: without the jar, {declared} declared', {
                      name: pack.name,
                      declared: pack.declared,
                    })
              }
              placeholder={say('8.1 oz; 8 oz; 7.9 oz')}
              autoComplete="off"
            />
            <Button type="submit" variant="default" loading={form.busy}>
              {say('Check')}
            </Button>
            {pack.weights.length > 0 ? (
              <Button variant="subtle" loading={busy} onClick={() => void takeBack()}>
                {say('Take the weights back')}
              </Button>
            ) : null}
          </div>
          <FormProblem command={form} />
        </FormFrame>
      )}
    </section>
  )
}
