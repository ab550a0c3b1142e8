import { NativeSelect } from '@mantine/core'
import { type UseFormReturn, useWatch } from 'react-hook-form'
import type { z } from '../../../shared/api/zod.ts'
import type { PrinterInput } from '../../../shared/api/printers.ts'
import { knownSheets } from '../../../shared/api/sheets.ts'
import { NumberField } from '../../forms/fields.tsx'
import styles from './PrinterForm.module.css'

const ROLL = 'roll'
const OWN = 'own'

interface SheetFieldsProps {
  readonly form: UseFormReturn<z.input<typeof PrinterInput>, unknown, z.output<typeof PrinterInput>>
}

/** How labels lie on the sheet of an office printer; a common sheet fills in all its measures. */
export function SheetFields({ form }: SheetFieldsProps) {
  const { control, setValue } = form
  const sheet = useWatch({ control, name: 'sheet' }) ?? null
  const known = knownSheets.find(({ name }) => name === sheet?.name)
  const chosen = sheet === null ? ROLL : (known?.name ?? OWN)

  function choose(value: string): void {
    if (value === ROLL) return setValue('sheet', null)
    const next = knownSheets.find(({ name }) => name === value)
    if (!next) return setValue('sheet', { ...(sheet ?? plainSheet()), name: 'Own sheet' })
    const { labelWidthMm, labelHeightMm, round, ...grid } = next
    setValue('sheet', grid)
    setValue('language', 'pdf')
    setValue('labelWidthMm', labelWidthMm)
    setValue('labelHeightMm', labelHeightMm)
    setValue('dpi', 300)
    if (round) setValue('label', 'round-qr')
  }

  return (
    <>
      <NativeSelect
        label="Paper"
        description="What the labels are on"
        value={chosen}
        onChange={(event) => choose(event.currentTarget.value)}
        data={[
          { value: ROLL, label: 'A page for each label' },
          ...knownSheets.map(({ name }) => ({ value: name, label: name })),
          { value: OWN, label: 'Another sheet, by its measures' },
        ]}
      />
      {chosen === OWN ? (
        <fieldset className={styles['sheet']}>
          <legend>The sheet, in mm</legend>
          <NumberField control={control} name="sheet.pageWidthMm" label="Sheet width" />
          <NumberField control={control} name="sheet.pageHeightMm" label="Sheet height" />
          <NumberField control={control} name="sheet.columns" label="Columns" />
          <NumberField control={control} name="sheet.rows" label="Rows" />
          <NumberField control={control} name="sheet.leftMm" label="Left edge to first" />
          <NumberField control={control} name="sheet.topMm" label="Top edge to first" />
          <NumberField control={control} name="sheet.stepXMm" label="To the next column" />
          <NumberField control={control} name="sheet.stepYMm" label="To the next row" />
        </fieldset>
      ) : null}
    </>
  )
}

/** The first known sheet's measures, to change. */
function plainSheet() {
  const [first] = knownSheets
  if (!first) throw new Error('no sheet is known')
  const { labelWidthMm: _, labelHeightMm: __, round: ___, ...grid } = first
  return grid
}
