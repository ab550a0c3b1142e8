import { NativeSelect, TextInput } from '@mantine/core'
import { purposeWords } from './design.ts'
import styles from './Fields.module.css'
import { MmField } from './MmField.tsx'
import type { EditedDesign } from './useDesign.ts'
import { say, sayWord } from '../../../shared/words/say.ts'

interface LabelFieldsProps {
  readonly edited: EditedDesign
  /** What the schema or the core says of a field of the design, by its path. */
  readonly wrong: ReadonlyMap<string, string>
}

/** The label itself: what it is called, and the size of the roll it is for. */
export function LabelFields({ edited: { design, change }, wrong }: LabelFieldsProps) {
  return (
    <>
      <TextInput
        label={say('Name of the label')}
        description={say('For: {purpose}', { purpose: sayWord(purposeWords[design.purpose]).toLowerCase() })}
        autoComplete="off"
        value={design.name}
        error={wrong.get('name')}
        onChange={(event) => change({ ...design, name: event.currentTarget.value }, 'name')}
      />
      <div className={styles['pairs']}>
        <MmField
          label={say('Label width')}
          value={design.widthMm}
          error={wrong.get('widthMm')}
          onChange={(widthMm) => change({ ...design, widthMm }, 'width')}
        />
        <MmField
          label={say('Label height')}
          value={design.heightMm}
          error={wrong.get('heightMm')}
          onChange={(heightMm) => change({ ...design, heightMm }, 'height')}
        />
      </div>
      <NativeSelect
        label={say('Shape')}
        data={[
          { value: 'rectangle', label: say('Rectangle') },
          { value: 'round', label: say('Round or oval') },
        ]}
        value={design.shape}
        onChange={(event) => change({ ...design, shape: event.currentTarget.value as typeof design.shape })}
      />
    </>
  )
}
