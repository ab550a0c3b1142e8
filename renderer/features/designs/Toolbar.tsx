import { ActionIcon, Button, FileButton } from '@mantine/core'
import {
  IconAlignBoxCenterMiddle,
  IconBarcode,
  IconCopy,
  IconForms,
  IconLayoutAlignBottom,
  IconLayoutAlignCenter,
  IconLayoutAlignLeft,
  IconLayoutAlignMiddle,
  IconLayoutAlignRight,
  IconLayoutAlignTop,
  IconLayoutDistributeHorizontal,
  IconLayoutDistributeVertical,
  IconLetterT,
  IconMinus,
  IconPhoto,
  IconRotateClockwise,
  IconSquare,
  IconTrash,
  type TablerIcon,
} from '@tabler/icons-react'
import { useRef } from 'react'
import { toastError } from '../../ui/toast.ts'
import type { Element } from './design.ts'
import { aligned, distributed, duplicated, type Edge, freePlace, removed, type Selection, turned } from './editing.ts'
import { type NewKind, newElement } from './newElement.ts'
import { pictureAsGray } from './pictureAsGray.ts'
import styles from './Toolbar.module.css'
import type { EditedDesign } from './useDesign.ts'
import { say, sayWord } from '../../../shared/words/say.ts'

interface ToolbarProps {
  readonly edited: EditedDesign
  readonly selection: Selection
  readonly onSelect: (selection: Selection, focus?: boolean) => void
}

const kinds: readonly { readonly kind: NewKind; readonly name: string; readonly icon: TablerIcon }[] = [
  { kind: 'field', name: 'Field', icon: IconForms },
  { kind: 'text', name: 'Text', icon: IconLetterT },
  { kind: 'symbol', name: 'Code', icon: IconBarcode },
  { kind: 'line', name: 'Line', icon: IconMinus },
  { kind: 'box', name: 'Frame', icon: IconSquare },
]

const edges: readonly { readonly edge: Edge; readonly name: string; readonly icon: TablerIcon }[] = [
  { edge: 'left', name: 'Align left', icon: IconLayoutAlignLeft },
  { edge: 'center', name: 'Center across', icon: IconLayoutAlignCenter },
  { edge: 'right', name: 'Align right', icon: IconLayoutAlignRight },
  { edge: 'top', name: 'Align to the top', icon: IconLayoutAlignTop },
  { edge: 'middle', name: 'Center down', icon: IconLayoutAlignMiddle },
  { edge: 'bottom', name: 'Align to the bottom', icon: IconLayoutAlignBottom },
]

/** What can be put on the label, and what can be done with what is selected. */
export function Toolbar({ edited, selection, onSelect }: ToolbarProps) {
  const { design, change } = edited
  const resetPicture = useRef<() => void>(null)
  const none = selection.size === 0

  function add(element: Element): void {
    change({ ...design, elements: [...design.elements, element] })
    onSelect(new Set([design.elements.length]), true)
  }

  async function addPicture(file: File | null): Promise<void> {
    resetPicture.current?.()
    if (!file) return
    try {
      const picture = await pictureAsGray(file)
      const widthMm = Math.min(16, design.widthMm * 0.4)
      const heightMm = Math.max(1, Math.min(design.heightMm - 2, (widthMm * picture.heightPx) / picture.widthPx))
      add({ kind: 'image', ...picture, place: freePlace(design, widthMm, Math.round(heightMm * 10) / 10) })
    } catch (error) {
      toastError(error)
    }
  }

  function duplicate(): void {
    const [next, copies] = duplicated(design, selection)
    change(next)
    onSelect(copies, true)
  }

  return (
    <div className={styles['bars']}>
      <fieldset className={styles['bar']} aria-label={say('Put on the label')}>
        {kinds.map(({ kind, name, icon: Icon }) => (
          <Button
            key={kind}
            variant="default"
            px="sm"
            leftSection={<Icon size={18} aria-hidden />}
            aria-label={say('Add: {name}', { name: sayWord(name) })}
            onClick={() => add(newElement(kind, design))}
          >
            {sayWord(name)}
          </Button>
        ))}
        <FileButton resetRef={resetPicture} accept="image/*" onChange={(file) => void addPicture(file)}>
          {(props) => (
            <Button
              {...props}
              variant="default"
              px="sm"
              leftSection={<IconPhoto size={18} aria-hidden />}
              aria-label={say('Add: Picture')}
            >
              {say('Picture')}
            </Button>
          )}
        </FileButton>
      </fieldset>
      <fieldset
        className={styles['bar']}
        aria-label={selection.size === 1 ? say('Line it up with the label') : say('Line them up with each other')}
      >
        {edges.map(({ edge, name, icon }) => (
          <Tool
            key={edge}
            name={sayWord(name)}
            icon={icon}
            disabled={none}
            onClick={() => change(aligned(design, selection, edge))}
          />
        ))}
        <Tool
          name={say('Same gaps across')}
          icon={IconLayoutDistributeVertical}
          disabled={selection.size < 3}
          onClick={() => change(distributed(design, selection, 'across'))}
        />
        <Tool
          name={say('Same gaps down')}
          icon={IconLayoutDistributeHorizontal}
          disabled={selection.size < 3}
          onClick={() => change(distributed(design, selection, 'down'))}
        />
        <Tool
          name={say('Turn by 90°')}
          icon={IconRotateClockwise}
          disabled={none}
          onClick={() => change(turned(design, selection))}
        />
        <Tool name={say('Duplicate')} icon={IconCopy} disabled={none} onClick={duplicate} />
        <Tool
          name={say('Select everything')}
          icon={IconAlignBoxCenterMiddle}
          disabled={design.elements.length === 0}
          onClick={() => onSelect(new Set(design.elements.keys()))}
        />
        <Tool
          name={say('Take off the label')}
          icon={IconTrash}
          disabled={none}
          onClick={() => {
            change(removed(design, selection))
            onSelect(new Set())
          }}
        />
      </fieldset>
    </div>
  )
}

interface ToolProps {
  readonly name: string
  readonly icon: TablerIcon
  readonly disabled: boolean
  readonly onClick: () => void
}

function Tool({ name, icon: Icon, disabled, onClick }: ToolProps) {
  return (
    <ActionIcon variant="default" aria-label={name} title={name} disabled={disabled} onClick={onClick}>
      <Icon size={20} stroke={1.7} aria-hidden />
    </ActionIcon>
  )
}
