import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { fieldWords } from '../labels/fieldWords.ts'
import { changed, type Turn, turnedTo, turnOf } from './editing.ts'
import { type Design, type Element, fieldsFor, type Place, symbologyWords } from './design.ts'
import styles from './Fields.module.css'
import { MmField } from './MmField.tsx'
import type { EditedDesign } from './useDesign.ts'
import { say, sayWord } from '../../../shared/words/say.ts'

interface ElementFieldsProps {
  readonly edited: EditedDesign
  readonly at: number
  readonly element: Element
  /** What the schema says of a field of the design, by its path. */
  readonly wrong: ReadonlyMap<string, string>
}

const sides: readonly (readonly [side: keyof Place, label: string])[] = [
  ['xMm', 'From the left'],
  ['yMm', 'From the top'],
  ['widthMm', 'Width'],
  ['heightMm', 'Height'],
]

const turns = [
  { value: '0', label: 'Upright' },
  { value: '90', label: 'Runs down (90°)' },
  { value: '180', label: 'Upside down (180°)' },
  { value: '270', label: 'Runs up (270°)' },
]

/** Everything about one element, to be typed exactly. */
export function ElementFields({ edited, at, element, wrong }: ElementFieldsProps) {
  const { design, change } = edited
  const set = (next: Element, doing: string) => change(changed(design, at, next), `${at} ${doing}`)
  const errorOf = (field: string) => wrong.get(`elements.${at}.${field}`)
  const turn = turnOf(element)
  return (
    <>
      <Kind element={element} design={design} set={set} errorOf={errorOf} />
      <div className={styles['pairs']}>
        {sides.map(([side, label]) => (
          <MmField
            key={`${at} ${side}`}
            label={sayWord(label)}
            value={element.place[side]}
            error={errorOf(`place.${side}`)}
            onChange={(mm) => set({ ...element, place: { ...element.place, [side]: mm } }, side)}
          />
        ))}
      </div>
      {element.kind === 'line' || element.kind === 'box' ? null : (
        <NativeSelect
          label={say('Turned')}
          data={turns.map(({ value, label }) => ({ value, label: sayWord(label) }))}
          value={String(turn)}
          onChange={(event) => set(turnedTo(element, Number(event.currentTarget.value) as Turn, design), 'turn')}
        />
      )}
    </>
  )
}

interface KindProps<E extends Element> {
  readonly element: E
  readonly design: Design
  readonly set: (next: Element, doing: string) => void
  readonly errorOf: (field: string) => string | undefined
}

function Kind({ element, ...rest }: KindProps<Element>) {
  switch (element.kind) {
    case 'text':
      return <TextFields element={element} {...rest} />
    case 'symbol':
      return <SymbolFields element={element} {...rest} />
    case 'box':
      return (
        <MmField
          label={say('Thickness of its line')}
          step={0.1}
          value={element.strokeMm}
          error={rest.errorOf('strokeMm')}
          onChange={(strokeMm) => rest.set({ ...element, strokeMm }, 'stroke')}
        />
      )
    case 'line':
    case 'image':
      return null
  }
}

function TextFields({ element, design, set, errorOf }: KindProps<Extract<Element, { kind: 'text' }>>) {
  const known = fieldsFor(design.purpose)
  const fields = [...known, ...(known.includes(element.field) || element.field === 'text' ? [] : [element.field])]
  return (
    <>
      <NativeSelect
        label={say('Says')}
        data={[
          ...fields.map((field) => ({ value: field, label: sayWord(fieldWords[field] ?? field) })),
          { value: 'text', label: say('Free text') },
        ]}
        value={element.field}
        onChange={(event) => set({ ...element, field: event.currentTarget.value as typeof element.field }, 'field')}
      />
      {element.field === 'text' ? (
        <Textarea
          label={say('Text')}
          autosize
          minRows={1}
          maxRows={5}
          value={element.text ?? ''}
          error={errorOf('text')}
          onChange={(event) => set({ ...element, text: event.currentTarget.value }, 'text')}
        />
      ) : (
        <TextInput
          label={say('Words before it')}
          placeholder={say('Best by')}
          autoComplete="off"
          value={element.caption ?? ''}
          error={errorOf('caption')}
          onChange={(event) => set({ ...element, caption: event.currentTarget.value }, 'caption')}
        />
      )}
      <div className={styles['pairs']}>
        <MmField
          key="size"
          label={say('Size at most')}
          step={0.1}
          value={element.sizeMm}
          error={errorOf('sizeMm')}
          onChange={(sizeMm) => set({ ...element, sizeMm }, 'size')}
        />
        <MmField
          key="least"
          label={say('Size at least')}
          step={0.1}
          value={element.minSizeMm}
          error={errorOf('minSizeMm')}
          onChange={(minSizeMm) => set({ ...element, minSizeMm }, 'least')}
        />
        <NativeSelect
          label={say('Weight')}
          data={[
            { value: 'regular', label: say('Regular') },
            { value: 'bold', label: say('Bold') },
          ]}
          value={element.weight}
          onChange={(event) => set({ ...element, weight: event.currentTarget.value as 'bold' }, 'weight')}
        />
        <NativeSelect
          label={say('Lines begin')}
          data={[
            { value: 'left', label: say('On the left') },
            { value: 'center', label: say('Centered') },
            { value: 'right', label: say('End on the right') },
          ]}
          value={element.align}
          onChange={(event) => set({ ...element, align: event.currentTarget.value as 'left' }, 'align')}
        />
        <MmField
          key="lines"
          label={say('Lines at most')}
          step={1}
          whole
          value={element.maxLines}
          error={errorOf('maxLines')}
          onChange={(maxLines) => set({ ...element, maxLines }, 'lines')}
        />
      </div>
    </>
  )
}

function SymbolFields({ element, set, errorOf }: KindProps<Extract<Element, { kind: 'symbol' }>>) {
  return (
    <>
      <NativeSelect
        label={say('Kind of code')}
        data={Object.entries(symbologyWords).map(([value, label]) => ({ value, label: sayWord(label) }))}
        value={element.symbology}
        onChange={(event) =>
          set({ ...element, symbology: event.currentTarget.value as typeof element.symbology }, 'symbology')
        }
      />
      <div className={styles['pairs']}>
        <NativeSelect
          label={say('{part, select, code {Holds} other {Holds}}', { part: 'code' })}
          data={[
            { value: 'code', label: say('Unit, or lot') },
            { value: 'lotNumber', label: say('Lot only') },
          ]}
          value={element.field}
          onChange={(event) => set({ ...element, field: event.currentTarget.value as 'code' }, 'field')}
        />
        <MmField
          label={say('Bar at most')}
          step={0.05}
          value={element.maxModuleMm ?? 0.5}
          error={errorOf('maxModuleMm')}
          onChange={(maxModuleMm) => set({ ...element, maxModuleMm }, 'module')}
        />
      </div>
    </>
  )
}
