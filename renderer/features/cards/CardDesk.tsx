import { useEffect } from 'react'
import { useWatch } from 'react-hook-form'
import { countOf } from '../../../shared/words/counted.ts'
import type { LabelledThing } from '../../../shared/api/cards.ts'
import { contract } from '../../../shared/api/contract.ts'
import type { Printer } from '../../../shared/api/printers.ts'
import { onSheet } from '../../../shared/api/sheets.ts'
import { USUAL_CASE } from '../../../shared/domain/caseCode.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { ChoiceField, NumberField } from '../../forms/fields.tsx'
import { FormFrame } from '../../forms/FormFrame.tsx'
import { SaveBar } from '../../forms/SaveBar.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { Answered } from '../../ui/Answered.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Card } from '../../ui/Page.tsx'
import { toastDone } from '../../ui/toast.ts'
import { QueuedMessage } from '../labels/QueuedMessage.tsx'
import deskStyles from '../labels/LabelDesk.module.css'
import { LabelPicture } from '../labels/LabelPicture.tsx'
import { LabelProblems } from '../labels/LabelProblems.tsx'
import formStyles from '../labels/PrintForm.module.css'
import styles from './CardDesk.module.css'
import { things } from './things.ts'
import { say } from '../../../shared/words/say.ts'

const schema = contract.cards.print.input.omit({ requestId: true })

interface CardDeskProps {
  readonly thing: LabelledThing
  readonly printers: readonly Printer[]
  readonly usual: Printer | undefined
  /** Says what the labels are called together. */
  readonly onTitle: (title: string) => void
}

/** The pictures of a thing’s labels beside what is printed where. */
export function CardDesk({ thing, printers, usual, onTitle }: CardDeskProps) {
  const command = useCommandForm({
    schema,
    defaults: {
      thing: thing.kind === 'batchCases' ? { ...thing, perCase: USUAL_CASE } : thing,
      designId: null,
      copies: 1,
      startAt: 1,
      ...(usual ? { printerId: usual.id } : {}),
    },
    domain: 'cards',
    operation: 'print',
    onDone({ labels, title }, { printerId: on }) {
      const sentTo = printers.find(({ id }) => id === on)
      toastDone(<QueuedMessage printer={sentTo} what={`${title}: ${countOf(labels, 'label')}`} />)
    },
  })
  const { control } = command.form
  const printerId = useWatch({ control, name: 'printerId' }) ?? null
  const designId = useWatch({ control, name: 'designId' }) ?? null
  const copies = useWatch({ control, name: 'copies' })
  const perCase = useWatch({ control, name: 'thing.perCase' })
  const asked = { ...thing, perCase: schema.shape.thing.shape.perCase.safeParse(perCase).data ?? null }
  const preview = useAnswer('cards', 'preview', { thing: asked, printerId, designId }, { keepLast: true })
  const title = preview.data?.title
  useEffect(() => {
    if (title !== undefined) onTitle(title)
  }, [title, onTitle])
  const { purpose } = things[thing.kind]
  const own = (useAnswer('designs', 'list', {}).data ?? []).filter((design) => design.purpose === purpose)
  const sheet = printers.find(({ id }) => id === printerId)?.sheet
  const problems = preview.data?.problems ?? []
  const stopped = problems.length > 0 || printers.length === 0 || preview.data === undefined
  const each = preview.data?.labels.length ?? 1
  const sum = each * (typeof copies === 'number' && copies > 0 ? copies : 1)
  return (
    <div className={deskStyles['desk']}>
      <Card title={say('As it will print')}>
        <Answered answer={preview} lines={8}>
          {({ labels }) => (
            <ul className={styles['labels']}>
              {labels.map((label, at) => (
                <li key={`${label.code} ${at}`}>
                  <LabelPicture label={label} of={`${label.name}, ${label.code}`} />
                </li>
              ))}
            </ul>
          )}
        </Answered>
      </Card>
      <Card title={say('Print')}>
        <LabelProblems problems={problems} warnings={preview.data?.warnings ?? []} />
        <FormFrame
          command={{ ...command, submit: async () => (stopped ? undefined : await command.submit()) }}
          name={say('Print labels')}
        >
          {printers.length === 0 ? (
            <div className={formStyles['none']}>
              <p>
                {say(
                  'There is no label printer yet. It takes its name, its address on your network and the size of the labels in it.',
                )}
              </p>
              <LinkButton to="/printers">{say('Add a printer')}</LinkButton>
            </div>
          ) : (
            <div className={formStyles['fields']}>
              <ChoiceField
                control={control}
                name="printerId"
                label={say('Printer')}
                ids
                choices={printers.map(({ id, name, labelWidthMm, labelHeightMm }) => ({
                  value: String(id),
                  label: `${name} (${labelWidthMm} × ${labelHeightMm} mm)`,
                }))}
              />
              <ChoiceField
                control={control}
                name="designId"
                label={say('Label')}
                ids
                choices={[
                  { value: '', label: say('As it comes with the app') },
                  ...own.map(({ id, name, widthMm, heightMm }) => ({
                    value: String(id),
                    label: `${name} (${widthMm} × ${heightMm} mm)`,
                  })),
                ]}
              />
              {thing.kind === 'batchCases' ? (
                <NumberField
                  control={control}
                  name="thing.perCase"
                  label={say('Units in a case')}
                  description={say('What fills no whole case is the last one')}
                />
              ) : null}
              <NumberField
                control={control}
                name="copies"
                label={say('How often')}
                description={
                  each > 1 ? say('Each of the {labels} labels', { labels: each }) : say('The same label so many times')
                }
              />
              {sheet ? (
                <NumberField
                  control={control}
                  name="startAt"
                  label={say('Begin at label')}
                  description={say(
                    'Of a used sheet, the first that is still there, counted along the rows: 1 to {last}',
                    { last: onSheet(sheet) },
                  )}
                />
              ) : null}
            </div>
          )}
          <SaveBar command={command} disabled={stopped}>
            {say('Print {labels}', { labels: countOf(sum, 'label') })}
          </SaveBar>
        </FormFrame>
      </Card>
    </div>
  )
}
