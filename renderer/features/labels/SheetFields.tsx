import { NativeSelect } from '@mantine/core'
import { type UseFormReturn, useWatch } from 'react-hook-form'
import type { z } from '../../../shared/api/zod.ts'
import type { PrinterInput } from '../../../shared/api/printers.ts'
import { knownSheets } from '../../../shared/api/sheets.ts'
import { NumberField } from '../../forms/fields.tsx'
import styles from './PrinterForm.module.css'
import { say, sayWord } from '../../../shared/words/say.ts'

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
        label={say('Paper')}
        description={say('What the labels are on')}
        value={chosen}
        onChange={(event) => choose(event.currentTarget.value)}
        data={[
          { value: ROLL, label: say('A page for each label') },
          ...knownSheets.map(({ name }) => ({ value: name, label: sayWord(name) })),
          { value: OWN, label: say('Another sheet, by its measures') },
        ]}
      />
      {chosen === OWN ? (
        <fieldset className={styles['sheet']}>
          <legend>{say('The sheet, in mm')}</legend>
          <NumberField control={control} name="sheet.pageWidthMm" label={say('Sheet width')} />
          <NumberField control={control} name="sheet.pageHeightMm" label={say('Sheet height')} />
          <NumberField control={control} name="sheet.columns" label={say('Columns')} />
          <NumberField control={control} name="sheet.rows" label={say('Rows')} />
          <NumberField control={control} name="sheet.leftMm" label={say('Left edge to first')} />
          <NumberField control={control} name="sheet.topMm" label={say('Top edge to first')} />
          <NumberField control={control} name="sheet.stepXMm" label={say('To the next column')} />
          <NumberField control={control} name="sheet.stepYMm" label={say('To the next row')} />
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
