import { Button } from '@mantine/core'
import type { LabelChoice } from '../../../shared/api/labelChoice.ts'
import type { Printer } from '../../../shared/api/printers.ts'
import type { AnswerOf } from '../../api/door.ts'
import { useCommand } from '../../api/useCommand.ts'
import { Dim } from '../../ui/Table.tsx'
import { toastDone, toastError } from '../../ui/toast.ts'
import { say } from '../../../shared/words/say.ts'
import { said } from '../../ui/said.ts'

interface KeepAsUsualProps {
  readonly product: string
  readonly usual: AnswerOf<'labels', 'usual'>
  readonly layout: LabelChoice
  readonly printer: Printer | undefined
}

/** Remembers the label and its printer for the product, so that both are chosen beforehand the next time. */
export function KeepAsUsual({ product, usual, layout, printer }: KeepAsUsualProps) {
  const label = useCommand('labels', 'saveUsual')
  const place = useCommand('labels', 'saveUsualPrinter')
  if (!printer) return null
  if (usual.layout === layout && usual.printerId === printer.id)
    return <Dim>{said('This is the usual label of {product}, on {printer}.', { product, printer: printer.name })}</Dim>

  async function keep(known: Printer): Promise<void> {
    try {
      await label.run({ itemId: usual.itemId, layout })
      await place.run({ layout, printerId: known.id })
      toastDone(say('{product} has this label from now on, printed on {printer}.', { product, printer: known.name }))
    } catch (error) {
      toastError(error)
    }
  }

  return (
    <div>
      <Button
        variant="default"
        aria-label={say('Make this the usual label of {product}', { product })}
        loading={label.busy || place.busy}
        onClick={() => void keep(printer)}
      >
        {say('Make this the usual label')}
      </Button>
    </div>
  )
}
