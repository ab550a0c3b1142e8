import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import type { AnswerOf } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Fold } from '../../ui/Fold.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { Dim } from '../../ui/Table.tsx'
import { countOf, moment } from '../../ui/words.ts'
import styles from './Versions.module.css'

type Version = AnswerOf<'products', 'versions'>[number]

/** Every version of the recipe, the batches made by it, and what changed between any two. */
export function Versions({ productId }: { readonly productId: number }) {
  const versions = useAnswer('products', 'versions', { productId })
  const [latest] = versions.data ?? []
  return (
    <Fold
      title="Versions"
      summary={latest ? `${countOf(latest.version, 'version')}, the last of ${moment(latest.at)}` : ''}
    >
      <Answered answer={versions}>
        {(all) => (
          <>
            {all.length > 1 ? <Compare productId={productId} versions={all.map(({ version }) => version)} /> : null}
            <ol className={styles['versions']}>
              {all.map((version) => (
                <VersionRow key={version.version} version={version} />
              ))}
            </ol>
          </>
        )}
      </Answered>
    </Fold>
  )
}

function VersionRow({ version }: { readonly version: Version }) {
  const { batches, batchCount } = version
  return (
    <li className={styles['version']}>
      <h3 className={styles['title']}>
        Version {version.version} <Dim>{moment(version.at)}</Dim>
      </h3>
      <p>
        Makes {version.makes} from{' '}
        {version.lines.map(({ ingredient, quantity }) => `${quantity} ${ingredient}`).join(', ')}.
        {version.readings.length > 0 ? ` Expects ${version.readings.join(', ')}.` : ''}
        {version.equipment.length > 0 ? ` Made with ${version.equipment.join(', ')}.` : ''}
      </p>
      <p className={styles['batches']}>
        {batchCount === 0 ? <Dim>No batch was made by it.</Dim> : <Dim>{countOf(batchCount, 'batch')}:</Dim>}
        {batches.map(({ id, lotNumber, state }) => (
          <span key={id}>
            <Link href={`/batch/${id}`}>{lotNumber}</Link> {state === 'finished' ? null : <Dim>({state})</Dim>}
          </span>
        ))}
        {batchCount > batches.length ? <Dim>and {batchCount - batches.length} more</Dim> : null}
      </p>
    </li>
  )
}

const tones = { added: 'good', removed: 'bad', changed: 'warn' } as const

function Compare({ productId, versions }: { readonly productId: number; readonly versions: readonly number[] }) {
  const [chosen, setChosen] = useState<{ from: number; to: number }>()
  const from = chosen?.from ?? versions[1] ?? 1
  const to = chosen?.to ?? versions[0] ?? 1
  const changes = useAnswer('products', 'compare', { productId, from, to }, { keepLast: true })
  const choices = versions.map((version) => ({ value: String(version), label: `version ${version}` }))
  return (
    <div className={styles['compare']}>
      <div className={styles['choose']}>
        <NativeSelect
          label="What changed from"
          value={String(from)}
          data={choices}
          onChange={(event) => setChosen({ from: Number(event.currentTarget.value), to })}
        />
        <NativeSelect
          label="to"
          value={String(to)}
          data={choices}
          onChange={(event) => setChosen({ from, to: Number(event.currentTarget.value) })}
        />
      </div>
      <Answered answer={changes}>
        {(found) =>
          found.length === 0 ? (
            <Dim>Nothing.</Dim>
          ) : (
            <ul className={styles['changes']} aria-live="polite">
              {found.map(({ kind, text }) => (
                <li key={`${kind} ${text}`}>
                  <Mark tone={tones[kind]}>{kind}</Mark> {text}
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </div>
  )
}
