import { Button } from '@mantine/core'
import { useWatch } from 'react-hook-form'
import { Link } from 'wouter'
import { countUnits, readRanges } from '../../../shared/domain/serialRange.ts'
import type { CommandForm } from '../../forms/useCommandForm.ts'
import { Dim } from '../../ui/Table.tsx'
import { asCount, type BackIn, type BackOut, type OutOfProduct, scannedRow } from './backValues.ts'
import { said } from '../../ui/said.ts'
import { say } from '../../../shared/words/say.ts'

interface ScannedNumbersProps {
  readonly form: CommandForm<BackIn, BackOut>['form']
  readonly out: readonly OutOfProduct[]
}

/** Which units were scanned as come back, and the way to forget a lot of them. */
export function ScannedNumbers({ form, out }: ScannedNumbersProps) {
  const scanned = useWatch({ control: form.control, name: 'scanned' })
  const lots = out.flatMap((of) => of.lots.map((lot) => ({ of, lot, serials: scanned[scannedRow(lot.lotId)] ?? '' })))
  return lots
    .filter(({ serials }) => serials !== '')
    .map(({ of, lot, serials }) => (
      <Dim key={lot.lotId}>
        {said('{lot}: {numbers} scanned', {
          lot: <Link href={`/batch/${lot.batchId}`}>{lot.lotNumber}</Link>,
          numbers: serials,
        })}{' '}
        <Button
          size="compact-xs"
          variant="default"
          aria-label={say('Forget the scanned numbers of {lot}', { lot: lot.lotNumber })}
          onClick={() => {
            const left = asCount(form.getValues(`rows.${of.name}.back`)) - countUnits(readRanges(serials) ?? [])
            form.setValue(`scanned.${scannedRow(lot.lotId)}`, '')
            form.setValue(`rows.${of.name}.back`, left > 0 ? left : null, { shouldValidate: true })
          }}
        >
          {say('Forget')}
        </Button>
      </Dim>
    ))
}
