import { useEffect } from 'react'
import { useWatch } from 'react-hook-form'
import { PrinterInput, type Printer } from '../../../shared/api/printers.ts'
import { ChoiceField, NumberField, TickField, TextField } from '../../forms/fields.tsx'
import { InlineForm } from '../../forms/InlineForm.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { toastDone } from '../../ui/toast.ts'
import { FindPrinter } from './FindPrinter.tsx'
import styles from './PrinterForm.module.css'
import { SheetFields } from './SheetFields.tsx'
import { useLabelChoices } from './labelChoices.ts'
import { addressHints, confirmationChoices, languageChoices, mediaChoices, transportChoices } from './printerWords.ts'

/** The sharpness of the two kinds of print head that are common. */
const heads = [
  { value: '203', label: '203 dpi, the usual' },
  { value: '300', label: '300 dpi, fine print' },
]

interface PrinterFormProps {
  /** The one that is changed; null for a new one. */
  readonly printer: Printer | null
  readonly onClose: () => void
}

/** Where a printer is, how fine it prints, and the label that is in it. */
export function PrinterForm({ printer, onClose }: PrinterFormProps) {
  const { id, ...facts } = printer ?? { ...usual, id: null }
  const command = useCommandForm({
    schema: PrinterInput,
    defaults: { printerId: id, ...facts },
    domain: 'labels',
    operation: 'savePrinter',
    onDone({ name }) {
      toastDone(`Saved ${name}. Print a test label to see that it is right.`)
      onClose()
    },
  })
  const { control, setValue } = command.form
  const transport = useWatch({ control, name: 'transport' }) ?? 'tcp'
  const isPdf = useWatch({ control, name: 'language' }) === 'pdf'
  const isFile = transport === 'file'
  const isMute = isFile || transport === 'device'
  // What cannot be asked cannot prove what it printed.
  useEffect(() => {
    if (isMute) setValue('confirmation', 'none')
    if (isFile) setValue('language', 'pdf')
  }, [isFile, isMute, setValue])
  const choices = useLabelChoices()
  return (
    <InlineForm
      command={command}
      title={printer ? `Change ${printer.name}` : 'Add a printer'}
      action="Save printer"
      onClose={onClose}
    >
      <div className={styles['fields']}>
        <TextField
          control={control}
          name="name"
          label="Name"
          description="As you call it"
          placeholder="Counter printer"
          autoFocus
        />
        <ChoiceField
          control={control}
          name="transport"
          label="How to reach it"
          description="Cable, network or driver"
          choices={transportChoices}
        />
        {isFile ? null : (
          <TextField
            control={control}
            name="address"
            label="Address"
            description={addressHints[transport]}
            placeholder={transport === 'tcp' ? '192.168.1.50' : ''}
            autoComplete="off"
            spellCheck={false}
          />
        )}
        {transport === 'tcp' ? (
          <NumberField control={control} name="port" label="Port" description="9100 for nearly all" />
        ) : null}
        <FindPrinter
          transport={transport}
          onChoose={(found) => {
            setValue('transport', found.transport)
            setValue('address', found.address, { shouldValidate: true })
            if (found.port !== undefined) setValue('port', found.port)
            if (found.language !== undefined) setValue('language', found.language)
          }}
        />
        {isFile ? null : (
          <ChoiceField
            control={control}
            name="language"
            label="Language"
            description="What it understands"
            choices={languageChoices}
          />
        )}
        <ChoiceField
          control={control}
          name="dpi"
          label="Print head"
          description="How fine it prints"
          ids
          choices={heads}
        />
        {isPdf ? <SheetFields form={command.form} /> : null}
        <div className={styles['size']}>
          <NumberField control={control} name="labelWidthMm" label="Label width" description="In mm" />
          <NumberField control={control} name="labelHeightMm" label="Label height" description="In mm" />
        </div>
        <div className={styles['size']}>
          <NumberField control={control} name="marginMm" label="Cannot print" description="mm, each side" />
          {isPdf ? null : <NumberField control={control} name="gapMm" label="Gap" description="In mm" />}
        </div>
        {isPdf ? null : (
          <ChoiceField
            control={control}
            name="media"
            label="Roll"
            description="How labels are told apart"
            choices={mediaChoices}
          />
        )}
        {isMute ? null : (
          <ChoiceField
            control={control}
            name="confirmation"
            label="Proof of printing"
            description="What it can tell"
            choices={confirmationChoices}
          />
        )}
        {isPdf ? null : (
          <div className={styles['size']}>
            <NumberField control={control} name="darkness" label="Darkness" description="Empty: its own" />
            <NumberField control={control} name="speed" label="Speed" description="Empty: its own" />
          </div>
        )}
        <ChoiceField
          control={control}
          name="label"
          label="Usual label"
          description="Unless another is chosen"
          choices={choices}
        />
        {isPdf ? null : <TickField control={control} name="cutter" label="Cut after every label" />}
      </div>
    </InlineForm>
  )
}

/** The commonest jar label, 2.25 × 1.25 in. */
const usual = {
  name: '',
  transport: 'tcp',
  address: '',
  port: 9100,
  language: 'zpl',
  dpi: 203,
  labelWidthMm: 57,
  labelHeightMm: 32,
  marginMm: 0,
  media: 'printer',
  gapMm: 3,
  darkness: null,
  speed: null,
  cutter: false,
  label: 'jar',
  sheet: null,
  confirmation: 'status',
} as const
