import { Alert, Button, NativeSelect } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp, IconZoomIn, IconZoomOut } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type { FieldErrors } from 'react-hook-form'
import { contract } from '../../../shared/api/contract.ts'
import { LabelDesign } from '../../../shared/api/labelDesign.ts'
import type { AnswerOf } from '../../api/door.ts'
import { keySections } from '../../app/keySections.ts'
import { FormFrame, FormProblem } from '../../forms/FormFrame.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { KeyHints } from '../../ui/KeyHints.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Card, Page } from '../../ui/Page.tsx'
import { Dim } from '../../ui/Table.tsx'
import { toastDone } from '../../ui/toast.ts'
import { Canvas } from './Canvas.tsx'
import { elementName } from './design.ts'
import styles from './DesignEditor.module.css'
import type { Selection } from './editing.ts'
import { fittingScale, focusFrame } from './frames.ts'
import { ElementFields } from './ElementFields.tsx'
import { ElementList } from './ElementList.tsx'
import fieldStyles from './Fields.module.css'
import { LabelFields } from './LabelFields.tsx'
import { Toolbar } from './Toolbar.tsx'
import { type DesignForm, useDesign } from './useDesign.ts'
import { useDrawn } from './useDrawn.ts'
import { useEditorKeys } from './useEditorKeys.ts'
import { Versions } from './Versions.tsx'
import { heads, useHeads } from './useHeads.ts'
import { say, sayWord } from '../../../shared/words/say.ts'

const schema = contract.designs.save.input.omit({ requestId: true })

interface DesignEditorProps {
  /** Null for a new one. */
  readonly designId: number | null
  readonly design: DesignForm['design']
  readonly samples: AnswerOf<'designs', 'samples'>
  readonly versions: AnswerOf<'designs', 'get'>['versions']
  /** Under which name what is not saved is kept, and of which version it is. */
  readonly keepAs: { readonly name: string; readonly of: string }
  readonly onSaved: (designId: number) => void
}

/** The editor of a label: the label as it prints on the left, everything about it to be typed on the right. */
export function DesignEditor({ designId, design: begun, samples, versions, keepAs, onSaved }: DesignEditorProps) {
  const command = useCommandForm({
    schema,
    defaults: { designId, design: begun },
    domain: 'designs',
    operation: 'save',
    keepAs,
    onDone(saved) {
      const { name, version } = saved
      toastDone(say('Saved {name}, version {version}. What was printed before stays as it was.', { name, version }))
      onSaved(saved.designId)
    },
  })
  const edited = useDesign(command.form)
  const { design } = edited
  useEditorKeys(edited)
  const [chosen, setChosen] = useState<Selection>(new Set())
  // What was undone may have taken elements away.
  const selection = new Set([...chosen].filter((at) => at < design.elements.length))
  const [shown, setShown] = useState(0)
  const known = useHeads()
  const [headName, setHeadName] = useState('')
  const head = known.find(({ name }) => name === headName) ?? known[0] ?? heads()[0]
  const parsed = LabelDesign.safeParse(design)
  const wrong = new Map([
    ...refusedBy(command.form.formState.errors.design),
    ...(parsed.success
      ? []
      : parsed.error.issues.map(({ path, message }) => [path.join('.'), sayWord(message)] as const)),
  ])
  const says = samples[shown]?.says ?? samples[0]?.says
  const drawn = useDrawn(
    parsed.success && says ? { design: parsed.data, says, dpi: head.dpi, marginMm: head.marginMm } : undefined,
  )
  const [zoom, setZoom] = useState<number>()
  const scale = zoom ?? fittingScale(design, head.dpi)
  const fields = useRef<HTMLDivElement>(null)

  function select(next: Selection, focus = false): void {
    setChosen(next)
    if (focus) focusFrame([...next][0] ?? 0)
  }

  function openFields(): void {
    requestAnimationFrame(() => fields.current?.querySelector<HTMLElement>('input, select, textarea')?.focus())
  }

  const [only] = selection.size === 1 ? selection : []
  const element = only === undefined ? undefined : design.elements[only]
  const faults = drawn.label?.faults ?? []
  const stopping = drawn.label?.problems.length ?? 0
  return (
    <FormFrame command={command} name={say('Label')} enterMovesOn>
      <Page
        title={begun.name}
        under={
          designId === null ? say('Not saved yet') : say('Version {version}', { version: versions[0]?.version ?? 1 })
        }
        actions={
          <>
            <Button
              variant="default"
              leftSection={<IconArrowBackUp size={18} aria-hidden />}
              disabled={!edited.undo}
              aria-keyshortcuts="Control+Z"
              onClick={edited.undo}
            >
              {say('Undo')}
            </Button>
            <Button
              variant="default"
              leftSection={<IconArrowForwardUp size={18} aria-hidden />}
              disabled={!edited.redo}
              aria-keyshortcuts="Control+Y"
              onClick={edited.redo}
            >
              {say('Redo')}
            </Button>
            <LinkButton to="/designs" variant="default">
              {say('All labels')}
            </LinkButton>
            <Button type="submit" loading={command.busy} aria-keyshortcuts="Control+Enter">
              {designId === null ? say('Save the label') : say('Save as a new version')}
            </Button>
          </>
        }
      >
        <FormProblem command={command} />
        <div className={styles['desk']}>
          <section className={styles['left']} aria-label={say('The label as it prints')}>
            <Card>
              <Toolbar edited={edited} selection={selection} onSelect={select} />
              <Canvas
                edited={edited}
                drawn={drawn.label}
                dpi={head.dpi}
                scale={scale}
                selection={selection}
                onSelect={select}
                onOpen={openFields}
              />
              <div className={styles['under']}>
                <NativeSelect
                  label={say('Shown with')}
                  value={String(shown)}
                  onChange={(event) => setShown(Number(event.currentTarget.value))}
                  data={samples.map(({ name }, at) => ({ value: String(at), label: name }))}
                />
                <NativeSelect
                  label={say('Printed by')}
                  value={head.name}
                  onChange={(event) => setHeadName(event.currentTarget.value)}
                  data={known.map(({ name }) => name)}
                />
                <div className={styles['zoom']}>
                  <Button
                    variant="default"
                    px="sm"
                    aria-label={say('Show it smaller')}
                    disabled={scale <= 0.25}
                    onClick={() => setZoom(scale <= 1 ? Math.max(0.25, scale - 0.25) : scale - 1)}
                  >
                    <IconZoomOut size={20} aria-hidden />
                  </Button>
                  <Button
                    variant="default"
                    px="sm"
                    aria-label={say('Show it larger')}
                    disabled={scale >= 6}
                    onClick={() => setZoom(scale < 1 ? scale + 0.25 : scale + 1)}
                  >
                    <IconZoomIn size={20} aria-hidden />
                  </Button>
                </div>
              </div>
              <KeyHints section={keySections.design} />
              <div aria-live="polite">
                {drawn.error ? (
                  <Alert color="red" mt="sm">
                    {drawn.error}
                  </Alert>
                ) : stopping > 0 ? (
                  <Alert color="red" mt="sm">
                    {say(
                      '{things, plural, one {# thing would keep this label from being printed: it is said beside the fields.} other {# things would keep this label from being printed: they are said beside the fields.}}',
                      { things: stopping },
                    )}
                  </Alert>
                ) : null}
              </div>
            </Card>
          </section>
          <div className={styles['right']}>
            <Card
              title={
                element
                  ? elementName(element)
                  : selection.size > 1
                    ? say('{elements} selected', { elements: selection.size })
                    : say('The label')
              }
            >
              <div ref={fields} className={fieldStyles['fields']}>
                {element && only !== undefined ? (
                  <ElementFields key={only} edited={edited} at={only} element={element} wrong={wrong} />
                ) : selection.size > 1 ? (
                  <Dim>
                    {say('Move and size them together with the arrows, and line them up with the buttons above.')}
                  </Dim>
                ) : (
                  <LabelFields edited={edited} wrong={wrong} />
                )}
              </div>
            </Card>
            <Card title={say('On the label')}>
              <ElementList
                design={design}
                faults={faults}
                wrong={wrong}
                selection={selection}
                onSelect={select}
                onLabel={() => {
                  setChosen(new Set())
                  openFields()
                }}
              />
            </Card>
            {designId === null ? null : (
              <Versions designId={designId} versions={versions} onTake={(earlier) => edited.change(earlier)} />
            )}
          </div>
        </div>
      </Page>
    </FormFrame>
  )
}

/** What the core refused of the design as a whole, such as a name that is taken. */
function refusedBy(errors: FieldErrors<DesignForm>['design']): readonly (readonly [string, string])[] {
  const name = errors?.name?.message
  return name === undefined ? [] : [['name', sayWord(name)]]
}
