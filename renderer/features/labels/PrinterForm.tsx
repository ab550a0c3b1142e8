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
import { say, sayWord } from '../../../shared/words/say.ts'

/** The sharpness of the two kinds of print head that are common. */
const heads = () => [
  { value: '203', label: say('203 dpi, the usual') },
  { value: '300', label: say('300 dpi, fine print') },
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
      toastDone(say('Saved {name}. Print a test label to see that it is right.', { name }))
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
      title={printer ? say('Change {name}', { name: printer.name }) : say('Add a printer')}
      action={say('Save printer')}
      onClose={onClose}
    >
      <div className={styles['fields']}>
        <TextField
          control={control}
          name="name"
          label={say('Name')}
          description={say('As you call it')}
          placeholder={say('Counter printer')}
          autoFocus
        />
        <ChoiceField
          control={control}
          name="transport"
          label={say('How to reach it')}
          description={say('Cable, network or driver')}
          choices={transportChoices()}
        />
        {isFile ? null : (
          <TextField
            control={control}
            name="address"
            label={say('Address')}
            description={sayWord(addressHints[transport])}
            placeholder={transport === 'tcp' ? '192.168.1.50' : ''}
            autoComplete="off"
            spellCheck={false}
          />
        )}
        {transport === 'tcp' ? (
          <NumberField control={control} name="port" label={say('Port')} description={say('9100 for nearly all')} />
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
            label={say('Language')}
            description={say('What it understands')}
            choices={languageChoices()}
          />
        )}
        <ChoiceField
          control={control}
          name="dpi"
          label={say('Print head')}
          description={say('How fine it prints')}
          ids
          choices={heads()}
        />
        {isPdf ? <SheetFields form={command.form} /> : null}
        <div className={styles['size']}>
          <NumberField control={control} name="labelWidthMm" label={say('Label width')} description={say('In mm')} />
          <NumberField control={control} name="labelHeightMm" label={say('Label height')} description={say('In mm')} />
        </div>
        <div className={styles['size']}>
          <NumberField
            control={control}
            name="marginMm"
            label={say('Cannot print')}
            description={say('mm, each side')}
          />
          {isPdf ? null : <NumberField control={control} name="gapMm" label={say('Gap')} description={say('In mm')} />}
        </div>
        {isPdf ? null : (
          <ChoiceField
            control={control}
            name="media"
            label={say('Roll')}
            description={say('How labels are told apart')}
            choices={mediaChoices()}
          />
        )}
        {isMute ? null : (
          <ChoiceField
            control={control}
            name="confirmation"
            label={say('Proof of printing')}
            description={say('What it can tell')}
            choices={confirmationChoices()}
          />
        )}
        {isPdf ? null : (
          <div className={styles['size']}>
            <NumberField
              control={control}
              name="darkness"
              label={say('Darkness')}
              description={say('Empty: its own')}
            />
            <NumberField control={control} name="speed" label={say('Speed')} description={say('Empty: its own')} />
          </div>
        )}
        <ChoiceField
          control={control}
          name="label"
          label={say('Usual label')}
          description={say('Unless another is chosen')}
          choices={choices}
        />
        {isPdf ? null : <TickField control={control} name="cutter" label={say('Cut after every label')} />}
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
