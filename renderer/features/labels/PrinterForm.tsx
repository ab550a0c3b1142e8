import { type Printer, PrinterInput } from '../../../shared/api/labels.ts'
import { ChoiceField, NumberField, TextField } from '../../forms/fields.tsx'
import { InlineForm } from '../../forms/InlineForm.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { toastDone } from '../../ui/toast.ts'
import styles from './PrinterForm.module.css'

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
  const { control } = command.form
  return (
    <InlineForm
      command={command}
      title={printer ? `Change ${printer.name}` : 'Add a printer'}
      action="Save printer"
      onClose={onClose}
    >
      <TextField
        control={control}
        name="name"
        label="Name"
        description="As you call it"
        placeholder="Counter printer"
        autoFocus
      />
      <TextField
        control={control}
        name="host"
        label="Address"
        description="From its settings sheet"
        placeholder="192.168.1.50"
        autoComplete="off"
        spellCheck={false}
      />
      <NumberField control={control} name="port" label="Port" description="9100 for nearly all" />
      <ChoiceField
        control={control}
        name="dpi"
        label="Print head"
        description="How fine it prints"
        ids
        choices={heads}
      />
      <div className={styles['size']}>
        <NumberField control={control} name="labelWidthMm" label="Label width" description="In mm" />
        <NumberField control={control} name="labelHeightMm" label="Label height" description="In mm" />
      </div>
    </InlineForm>
  )
}

/** The commonest jar label, 2.25 × 1.25 in. */
const usual = { name: '', host: '', port: 9100, dpi: 203, labelWidthMm: 57, labelHeightMm: 32 } as const
