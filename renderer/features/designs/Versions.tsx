import { Button } from '@mantine/core'
import { useState } from 'react'
import { type AnswerOf, api } from '../../api/door.ts'
import { Fold } from '../../ui/Fold.tsx'
import { Dim } from '../../ui/Table.tsx'
import { toastDone, toastError } from '../../ui/toast.ts'
import { countOf, moment } from '../../ui/words.ts'
import type { Design } from './design.ts'
import styles from './Versions.module.css'

interface VersionsProps {
  readonly designId: number
  readonly versions: AnswerOf<'designs', 'get'>['versions']
  readonly onTake: (earlier: Design) => void
}

/** How the label was before, and a way back to it: as a change that is saved as the next version. */
export function Versions({ designId, versions, onTake }: VersionsProps) {
  const [busy, setBusy] = useState(false)

  async function take(version: number): Promise<void> {
    setBusy(true)
    try {
      onTake((await api.designs.get({ designId, version })).design)
      toastDone(`The label is as in version ${version} again. Save it to keep it so; Undo takes it back.`)
    } catch (error) {
      toastError(error)
    } finally {
      setBusy(false)
    }
  }

  return (
    <div className={styles['versions']}>
      <Fold title="Versions" summary={countOf(versions.length, 'version')}>
        <ul className={styles['list']}>
          {versions.map(({ version, at, printed }) => (
            <li key={version} className={styles['row']}>
              <span>
                Version {version} <Dim>{moment(at)}</Dim>
                <br />
                <Dim>{printed === 0 ? 'nothing printed with it' : `${countOf(printed, 'label')} printed`}</Dim>
              </span>
              <Button
                variant="default"
                disabled={busy}
                aria-label={`As then: version ${version}`}
                onClick={() => void take(version)}
              >
                As then
              </Button>
            </li>
          ))}
        </ul>
      </Fold>
    </div>
  )
}
