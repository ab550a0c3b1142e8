import { recalls, type templateNames } from '../../../shared/api/recalls.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { LongTextField } from '../../forms/fields.tsx'
import { InlineForm } from '../../forms/InlineForm.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { Answered } from '../../ui/Answered.tsx'
import { toastDone } from '../../ui/toast.ts'
import { say, sayWord } from '../../../shared/words/say.ts'

interface TemplateFormProps {
  readonly name: (typeof templateNames)[number]
  readonly onClose: () => void
}

/** The words of one notice, for this recall and all later ones. */
export function TemplateForm({ name, onClose }: TemplateFormProps) {
  const answer = useAnswer('recalls', 'templates', {})
  return (
    <Answered answer={answer}>
      {(templates) => (
        <Words name={name} text={templates.find((each) => each.name === name)?.text ?? ''} onClose={onClose} />
      )}
    </Answered>
  )
}

const schema = recalls.saveTemplate.input.pick({ text: true })

function Words({ name, text, onClose }: TemplateFormProps & { readonly text: string }) {
  const command = useCommandForm({
    schema,
    defaults: { text },
    domain: 'recalls',
    operation: 'saveTemplate',
    complete: (values) => ({ ...values, name }),
    onDone: () => {
      toastDone(say('The words are changed.'))
      onClose()
    },
  })
  return (
    <InlineForm
      command={command}
      title={say('The words of the {name}', { name: sayWord(name) })}
      action={say('Save the words')}
      onClose={onClose}
    >
      <LongTextField
        control={command.form.control}
        name="text"
        label={say('Words in braces are filled in; emptied, the words that came with Traceberry are back')}
        minRows={12}
        maxRows={18}
        autoFocus
        style={{ gridColumn: '1 / -1' }}
      />
    </InlineForm>
  )
}
