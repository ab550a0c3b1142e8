import type { ReactNode } from 'react'
import { useWatch } from 'react-hook-form'
import { countOf } from '../../../shared/words/counted.ts'
import type { contract } from '../../../shared/api/contract.ts'
import type { Input } from '../../../shared/api/operation.ts'
import type { z } from '../../../shared/api/zod.ts'
import type { Printer } from '../../../shared/api/printers.ts'
import { onSheet } from '../../../shared/api/sheets.ts'
import { countUnits, readRanges } from '../../../shared/domain/serialRange.ts'
import { ChoiceField, NumberField, TextField } from '../../forms/fields.tsx'
import { FormFrame } from '../../forms/FormFrame.tsx'
import { SaveBar } from '../../forms/SaveBar.tsx'
import type { CommandForm } from '../../forms/useCommandForm.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { useLabelChoices } from './labelChoices.ts'
import styles from './PrintForm.module.css'
import { say } from '../../../shared/words/say.ts'

type PrintTyped = Omit<z.input<typeof contract.labels.print.input>, 'requestId'>
type PrintValues = Omit<Input<typeof contract.labels.print>, 'requestId'>

interface PrintFormProps {
  readonly command: CommandForm<PrintTyped, PrintValues>
  readonly printers: readonly Printer[]
  /** Nothing may be printed; why is said above. */
  readonly stopped: boolean
  /** What stands under the choice of the label. */
  readonly underLabel: ReactNode
}

/** Which units get labels, on which printer. */
export function PrintForm({ command, printers, stopped, underLabel }: PrintFormProps) {
  const { control } = command.form
  const serials = useWatch({ control, name: 'serials' }) ?? ''
  const printerId = useWatch({ control, name: 'printerId' })
  const sheet = printers.find(({ id }) => id === printerId)?.sheet
  const choices = useLabelChoices()
  const ranges = readRanges(serials)
  return (
    <FormFrame
      command={{ ...command, submit: async () => (stopped ? undefined : await command.submit()) }}
      name={say('Print labels')}
    >
      {printers.length === 0 ? (
        <div className={styles['none']}>
          <p>
            {say(
              'There is no label printer yet. It takes its name, its address on your network and the size of the labels in it.',
            )}
          </p>
          <LinkButton to="/printers">{say('Add a printer')}</LinkButton>
        </div>
      ) : (
        <div className={styles['fields']}>
          <ChoiceField
            control={control}
            name="printerId"
            label={say('Printer')}
            ids
            choices={printers.map(({ id, name, labelWidthMm, labelHeightMm }) => ({
              value: String(id),
              label: `${name} (${labelWidthMm} × ${labelHeightMm} mm)`,
            }))}
          />
          <ChoiceField control={control} name="layout" label={say('Label')} choices={choices} />
          {underLabel}
          <TextField
            control={control}
            name="serials"
            label={say('Units')}
            description={say('For example 001-024 or 7, 9. Leave empty for all that have no label yet.')}
            placeholder={say('All without a label')}
            autoComplete="off"
          />
          {sheet ? (
            <NumberField
              control={control}
              name="startAt"
              label={say('Begin at label')}
              description={say('Of a used sheet, the first that is still there, counted along the rows: 1 to {last}', {
                last: onSheet(sheet),
              })}
            />
          ) : null}
          <TextField
            control={control}
            name="reason"
            label={say('Printed again because')}
            description={say('Only for units whose label was printed before. Destroy the old one.')}
            placeholder={say('smudged')}
            autoComplete="off"
          />
        </div>
      )}
      <SaveBar command={command} disabled={stopped}>
        {ranges ? say('Print {labels}', { labels: countOf(countUnits(ranges), 'label') }) : say('Print the labels')}
      </SaveBar>
      {printers.length === 0 ? (
        <p className={styles['why']}>
          {say('Add a printer to print. The picture shows the usual label of 57 × 32 mm.')}
        </p>
      ) : null}
    </FormFrame>
  )
}
