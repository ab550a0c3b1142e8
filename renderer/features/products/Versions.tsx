import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { countOf } from '../../../shared/words/counted.ts'
import type { AnswerOf } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Fold } from '../../ui/Fold.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { Dim } from '../../ui/Table.tsx'
import { moment } from '../../ui/words.ts'
import { batchStateWord } from '../make/batchStateWord.ts'
import styles from './Versions.module.css'
import { say, sayWord } from '../../../shared/words/say.ts'
import { said } from '../../ui/said.ts'

type Version = AnswerOf<'products', 'versions'>[number]

/** Every version of the recipe, the batches made by it, and what changed between any two. */
export function Versions({ productId }: { readonly productId: number }) {
  const versions = useAnswer('products', 'versions', { productId })
  const [latest] = versions.data ?? []
  return (
    <Fold
      title={say('Versions')}
      summary={
        latest
          ? say('{versions}, the last of {time}', {
              versions: countOf(latest.version, 'version'),
              time: moment(latest.at),
            })
          : ''
      }
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
        {said('Version {version} {time}', { version: version.version, time: <Dim>{moment(version.at)}</Dim> })}
      </h3>
      <p>{recipeWords(version)}</p>
      <p className={styles['batches']}>
        {batchCount === 0 ? <Dim>{say('No batch was made by it.')}</Dim> : <Dim>{countOf(batchCount, 'batch')}:</Dim>}
        {batches.map(({ id, lotNumber, state }) => (
          <span key={id}>
            <Link href={`/batch/${id}`}>{lotNumber}</Link>{' '}
            {state === 'finished' ? null : <Dim>({batchStateWord(state)})</Dim>}
          </span>
        ))}
        {batchCount > batches.length ? (
          <Dim>{say('and {count} more', { count: batchCount - batches.length })}</Dim>
        ) : null}
      </p>
    </li>
  )
}

function recipeWords({ makes, lines, readings, equipment }: Version): string {
  const ingredients = lines.map(({ ingredient, quantity }) => `${quantity} ${ingredient}`).join(', ')
  return [
    say('Makes {units} from {ingredients}.', { units: makes, ingredients }),
    ...(readings.length > 0 ? [say('Expects {readings}.', { readings: readings.join(', ') })] : []),
    ...(equipment.length > 0 ? [say('Made with {equipment}.', { equipment: equipment.join(', ') })] : []),
  ].join(' ')
}

const tones = { added: 'good', removed: 'bad', changed: 'warn' } as const

function Compare({ productId, versions }: { readonly productId: number; readonly versions: readonly number[] }) {
  const [chosen, setChosen] = useState<{ from: number; to: number }>()
  const from = chosen?.from ?? versions[1] ?? 1
  const to = chosen?.to ?? versions[0] ?? 1
  const changes = useAnswer('products', 'compare', { productId, from, to }, { keepLast: true })
  const choices = versions.map((version) => ({ value: String(version), label: say('version {version}', { version }) }))
  return (
    <div className={styles['compare']}>
      <div className={styles['choose']}>
        <NativeSelect
          label={say('What changed from')}
          value={String(from)}
          data={choices}
          onChange={(event) => setChosen({ from: Number(event.currentTarget.value), to })}
        />
        <NativeSelect
          label={say('to')}
          value={String(to)}
          data={choices}
          onChange={(event) => setChosen({ from, to: Number(event.currentTarget.value) })}
        />
      </div>
      <Answered answer={changes}>
        {(found) =>
          found.length === 0 ? (
            <Dim>{say('Nothing.')}</Dim>
          ) : (
            <ul className={styles['changes']} aria-live="polite">
              {found.map(({ kind, text }) => (
                <li key={`${kind} ${text}`}>
                  <Mark tone={tones[kind]}>{sayWord(kind)}</Mark> {text}
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </div>
  )
}
