import { useWatch } from 'react-hook-form'
import { useEffect, useRef, useState } from 'react'
import { countOf } from '../../../shared/words/counted.ts'
import type { AnswerOf } from '../../api/door.ts'
import { contract } from '../../../shared/api/contract.ts'
import { unitNumber } from '../../../shared/domain/lotNumber.ts'
import type { Printer } from '../../../shared/api/printers.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Card } from '../../ui/Page.tsx'
import { toastDone } from '../../ui/toast.ts'
import { KeepAsUsual } from './KeepAsUsual.tsx'
import type { LabelledLot } from './labelledLot.ts'
import { LabelPicture } from './LabelPicture.tsx'
import { LabelProblems } from './LabelProblems.tsx'
import { OldLabels } from './OldLabels.tsx'
import { PrintForm } from './PrintForm.tsx'
import { QueuedMessage } from './QueuedMessage.tsx'
import { StateAsks } from './StateAsks.tsx'
import { TodaysWords } from './TodaysWords.tsx'
import { UnitStepper } from './UnitStepper.tsx'
import styles from './LabelDesk.module.css'
import { say } from '../../../shared/words/say.ts'

const schema = contract.labels.print.input.omit({ requestId: true })

type Usual = AnswerOf<'labels', 'usual'>

interface LabelDeskProps {
  readonly lot: LabelledLot
  readonly printers: readonly Printer[]
  /** The one that printed last. */
  readonly usual: Printer | undefined
}

/** The picture of a label beside what is printed where: the picture is of the chosen printer's label. */
export function LabelDesk(props: LabelDeskProps) {
  const chosen = useAnswer('labels', 'usual', { lotId: props.lot.lotId })
  return (
    <Answered answer={chosen} lines={10}>
      {(usualLabel) => <Desk {...props} usualLabel={usualLabel} />}
    </Answered>
  )
}

function Desk({ lot, printers, usual, usualLabel }: LabelDeskProps & { readonly usualLabel: Usual }) {
  // The product's own label and its printer go before the printer that was used last and its label.
  const first = printers.find(({ id }) => id === usualLabel.printerId) ?? usual
  const [serial, setSerial] = useState<number | null>(lot.first)
  const command = useCommandForm({
    schema,
    defaults: {
      lotId: lot.lotId,
      serials: '',
      reason: '',
      withUnit: true,
      layout: usualLabel.layout ?? first?.label ?? 'jar',
      startAt: 1,
      ...(first ? { printerId: first.id } : {}),
    },
    domain: 'labels',
    operation: 'print',
    onDone({ labels, serials }, { printerId: on }) {
      const sentTo = printers.find(({ id }) => id === on)
      const what = say('{labels} of {lot}', { labels: countOf(labels, 'label'), lot: lot.lotNumber })
      toastDone(<QueuedMessage printer={sentTo} what={what} which={serials} />)
    },
  })
  function show(unit: number | null): void {
    setSerial(unit)
    command.form.setValue('withUnit', unit !== null)
  }

  function printAgain(serials: string): void {
    command.form.setValue('serials', serials)
    command.form.setValue('reason', say('Other allergens'))
    command.form.setFocus('serials')
  }

  const printerId = useWatch({ control: command.form.control, name: 'printerId' }) ?? null
  const printer = printers.find(({ id }) => id === printerId)
  const shown = useRef(printerId)
  // Another printer has another roll in it, and so another usual label.
  useEffect(() => {
    if (shown.current === printerId) return
    shown.current = printerId
    const own = usualLabel.printerId === printerId ? usualLabel.layout : null
    const label = own ?? printer?.label
    if (label) command.form.setValue('layout', label)
    // oxlint-disable-next-line react/exhaustive-deps -- only when the person chooses another printer
  }, [printerId])
  const layout = useWatch({ control: command.form.control, name: 'layout' }) ?? 'jar'
  const preview = useAnswer('labels', 'preview', { lotId: lot.lotId, serial, printerId, layout }, { keepLast: true })
  const problems = preview.data?.problems ?? []
  return (
    <div className={styles['desk']}>
      <Card title={say('As it will print')}>
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
      <Card title={say('Print')}>
        <LabelProblems problems={problems} warnings={preview.data?.warnings ?? []} />
        <TodaysWords batchId={lot.batchId} fields={problems.map(({ field }) => field)} />
        <OldLabels old={problems.length > 0 ? undefined : preview.data?.old} onPrintAgain={printAgain} />
        <PrintForm
          command={command}
          printers={printers}
          stopped={problems.length > 0 || printers.length === 0}
          underLabel={<KeepAsUsual product={lot.product} usual={usualLabel} layout={layout} printer={printer} />}
        />
        <StateAsks asked={preview.data?.asked ?? null} />
      </Card>
    </div>
  )
}
