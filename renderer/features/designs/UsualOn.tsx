import { NativeSelect } from '@mantine/core'
import type { Printer } from '../../../shared/api/printers.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { useCommand } from '../../api/useCommand.ts'
import { Dim } from '../../ui/Table.tsx'
import { toastDone, toastError } from '../../ui/toast.ts'
import { say } from '../../../shared/words/say.ts'

interface UsualOnProps {
  /** The design's. */
  readonly id: number
  readonly name: string
  readonly printers: readonly Printer[]
}

/** Which printer a label is usually printed on, and which printers print it unless another label is chosen. */
export function UsualOn({ id, name, printers }: UsualOnProps) {
  const label = `own-${id}` as const
  const usual = printers.filter((printer) => printer.label === label)
  const others = printers.filter((printer) => printer.label !== label)
  const savePrinter = useCommand('labels', 'savePrinter')
  const saveUsual = useCommand('labels', 'saveUsualPrinter')
  const chosen = useAnswer('labels', 'usualPrinters', {}).data?.find(({ layout }) => layout === label)?.printerId

  async function makeUsualOf(printerId: number): Promise<void> {
    const printer = others.find((each) => each.id === printerId)
    if (!printer) return
    const { id: known, ...facts } = printer
    try {
      await savePrinter.run({ ...facts, printerId: known, label })
      toastDone(say('{printer} prints {label} unless another label is chosen.', { printer: printer.name, label: name }))
    } catch (error) {
      toastError(error)
    }
  }

  async function printOn(value: string): Promise<void> {
    try {
      const { printer } = await saveUsual.run({ layout: label, printerId: value === '' ? null : Number(value) })
      toastDone(
        printer === null
          ? say('{label} prints where labels were printed last.', { label: name })
          : say('{label} prints on {printer}.', { label: name, printer }),
      )
    } catch (error) {
      toastError(error)
    }
  }

  return (
    <>
      <NativeSelect
        aria-label={say('Printer of {name}', { name })}
        w="19rem"
        disabled={saveUsual.busy}
        value={chosen === undefined ? '' : String(chosen)}
        onChange={(event) => void printOn(event.currentTarget.value)}
        data={[
          { value: '', label: say('On the printer that was used last') },
          ...printers.map((printer) => ({
            value: String(printer.id),
            label: say('On {printer}', { printer: sized(printer) }),
          })),
        ]}
      />
      {usual.length > 0 ? (
        <Dim>{say('The usual label of {printers}', { printers: usual.map((printer) => printer.name).join(', ') })}</Dim>
      ) : null}
      {others.length > 0 ? (
        <NativeSelect
          aria-label={say('Make {name} the usual label of a printer', { name })}
          w="19rem"
          disabled={savePrinter.busy}
          value=""
          onChange={(event) => void makeUsualOf(Number(event.currentTarget.value))}
          data={[
            { value: '', label: say('Make it the usual label of…') },
            ...others.map((printer) => ({ value: String(printer.id), label: sized(printer) })),
          ]}
        />
      ) : null}
    </>
  )
}

function sized({ name, labelWidthMm, labelHeightMm }: Printer): string {
  return `${name} (${labelWidthMm} × ${labelHeightMm} mm)`
}
