import { NativeSelect } from '@mantine/core'
import { LabelChoice } from '../../../shared/api/labelChoice.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { useCommand } from '../../api/useCommand.ts'
import { toastDone, toastError } from '../../ui/toast.ts'
import { useLabelChoices } from './labelChoices.ts'
import { say } from '../../../shared/words/say.ts'

interface UsualLabelProps {
  readonly itemId: number
  /** What is labelled: the product, or one of its packs. */
  readonly name: string
}

/** Which label units of a product or pack have, unless another is chosen when they are printed. */
export function UsualLabel({ itemId, name }: UsualLabelProps) {
  const usual = useAnswer('labels', 'usual', { itemId }).data
  const { run, busy } = useCommand('labels', 'saveUsual')
  const choices = useLabelChoices()

  async function choose(value: string): Promise<void> {
    const layout = LabelChoice.safeParse(value).data ?? null
    try {
      await run({ itemId, layout })
      const label = choices.find((each) => each.value === layout)?.label
      toastDone(
        label
          ? say('{name} is labelled so: {label}.', { name, label })
          : say('{name} takes the usual label of the printer.', { name }),
      )
    } catch (error) {
      toastError(error)
    }
  }

  return (
    <NativeSelect
      label={say('Usual label of {name}', { name })}
      w="26rem"
      maw="100%"
      disabled={busy || usual === undefined}
      value={usual?.layout ?? ''}
      onChange={(event) => void choose(event.currentTarget.value)}
      data={[{ value: '', label: say('The usual one of the printer') }, ...choices]}
    />
  )
}
