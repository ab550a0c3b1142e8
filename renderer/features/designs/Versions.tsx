import { Button } from '@mantine/core'
import { useState } from 'react'
import { countOf } from '../../../shared/words/counted.ts'
import { type AnswerOf, api } from '../../api/door.ts'
import { Fold } from '../../ui/Fold.tsx'
import { Dim } from '../../ui/Table.tsx'
import { toastDone, toastError } from '../../ui/toast.ts'
import { moment } from '../../ui/words.ts'
import type { Design } from './design.ts'
import styles from './Versions.module.css'
import { say } from '../../../shared/words/say.ts'
import { said } from '../../ui/said.ts'

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
      toastDone(
        say('The label is as in version {version} again. Save it to keep it so; Undo takes it back.', { version }),
      )
    } catch (error) {
      toastError(error)
    } finally {
      setBusy(false)
    }
  }

  return (
    <div className={styles['versions']}>
      <Fold title={say('Versions')} summary={countOf(versions.length, 'version')}>
        <ul className={styles['list']}>
          {versions.map(({ version, at, printed }) => (
            <li key={version} className={styles['row']}>
              <span>
                {said('Version {version} {at}', { version, at: <Dim>{moment(at)}</Dim> })}
                <br />
                <Dim>
                  {printed === 0
                    ? say('nothing printed with it')
                    : say('{labels} printed', { labels: countOf(printed, 'label') })}
                </Dim>
              </span>
              <Button
                variant="default"
                disabled={busy}
                aria-label={say('As then: version {version}', { version })}
                onClick={() => void take(version)}
              >
                {say('As then')}
              </Button>
            </li>
          ))}
        </ul>
      </Fold>
    </div>
  )
}
