import { useWatch } from 'react-hook-form'
import { useEffect, useState } from 'react'
import { contract } from '../../../shared/api/contract.ts'
import { unitNumber } from '../../../shared/domain/lotNumber.ts'
import type { Printer } from '../../../shared/api/printers.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Card } from '../../ui/Page.tsx'
import { toastDone } from '../../ui/toast.ts'
import { countOf } from '../../ui/words.ts'
import type { LabelledLot } from './labelledLot.ts'
import { LabelPicture } from './LabelPicture.tsx'
import { LabelProblems } from './LabelProblems.tsx'
import { PrintForm } from './PrintForm.tsx'
import { StateAsks } from './StateAsks.tsx'
import { UnitStepper } from './UnitStepper.tsx'
import styles from './LabelDesk.module.css'

const schema = contract.labels.print.input.omit({ requestId: true })

interface LabelDeskProps {
  readonly lot: LabelledLot
  readonly printers: readonly Printer[]
  /** The one that printed last. */
  readonly usual: Printer | undefined
}

/** The picture of a label beside what is printed where: the picture is of the chosen printer's label. */
export function LabelDesk({ lot, printers, usual }: LabelDeskProps) {
  const [serial, setSerial] = useState<number | null>(lot.first)
  const command = useCommandForm({
    schema,
    defaults: {
      lotId: lot.lotId,
      serials: '',
      reason: '',
      withUnit: true,
      layout: usual?.label ?? 'jar',
      startAt: 1,
      ...(usual ? { printerId: usual.id } : {}),
    },
    domain: 'labels',
    operation: 'print',
    onDone({ labels, serials }) {
      toastDone(`${countOf(labels, 'label')} of ${lot.lotNumber} on the way to the printer: ${serials}.`)
    },
  })
  function show(unit: number | null): void {
    setSerial(unit)
    command.form.setValue('withUnit', unit !== null)
  }

  const printerId = useWatch({ control: command.form.control, name: 'printerId' }) ?? null
  // Another printer has another roll in it, and so another usual label.
  useEffect(() => {
    const label = printers.find(({ id }) => id === printerId)?.label
    if (label) command.form.setValue('layout', label)
    // oxlint-disable-next-line react/exhaustive-deps -- only when the person chooses another printer
  }, [printerId])
  const layout = useWatch({ control: command.form.control, name: 'layout' }) ?? 'jar'
  const preview = useAnswer('labels', 'preview', { lotId: lot.lotId, serial, printerId, layout }, { keepLast: true })
  const problems = preview.data?.problems ?? []
  return (
    <div className={styles['desk']}>
      <Card title="As it will print">
        <Answered answer={preview} lines={8}>
          {(label) => (
            <LabelPicture
              label={label}
              of={`${lot.product}, ${serial === null ? lot.lotNumber : unitNumber(lot.lotNumber, serial)}`}
            />
          )}
        </Answered>
        <UnitStepper serial={serial} first={lot.first} last={lot.last} onChange={show} />
      </Card>
      <Card title="Print">
        <LabelProblems problems={problems} warnings={preview.data?.warnings ?? []} />
        <PrintForm command={command} printers={printers} stopped={problems.length > 0 || printers.length === 0} />
        <StateAsks asked={preview.data?.asked ?? null} />
      </Card>
    </div>
  )
}
