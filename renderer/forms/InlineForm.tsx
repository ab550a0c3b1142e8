import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import type { FieldValues } from 'react-hook-form'
import { FormFrame, FormProblem } from './FormFrame.tsx'
import styles from './InlineForm.module.css'
import type { CommandForm } from './useCommandForm.ts'
import { say } from '../../shared/words/say.ts'

interface InlineFormProps<In extends FieldValues, Out extends FieldValues> {
  readonly command: CommandForm<In, Out>
  /** What it does, as its heading. */
  readonly title: string
  /** The word on its button. */
  readonly action: string
  readonly danger?: boolean
  /** In forms with rows: Enter goes to the next field. */
  readonly enterMovesOn?: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A small form that opens on its screen, in place of a dialog. Escape closes it. */
export function InlineForm<In extends FieldValues, Out extends FieldValues>({
  command,
  title,
  action,
  danger = false,
  enterMovesOn = false,
  onClose,
  children,
}: InlineFormProps<In, Out>) {
  return (
    <FormFrame command={command} name={title} enterMovesOn={enterMovesOn} onEscape={onClose}>
      <h2 className={styles['title']}>{title}</h2>
      <div className={styles['fields']}>{children}</div>
      <FormProblem command={command} />
      <div className={styles['buttons']}>
        <Button type="submit" loading={command.busy} {...(danger ? { color: 'red' } : {})}>
          {action}
        </Button>
        <Button variant="default" onClick={onClose}>
          {say('Never mind')}
        </Button>
      </div>
    </FormFrame>
  )
}
