import { Kbd, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import type { Control } from 'react-hook-form'
import type { z } from '../../../shared/api/zod.ts'
import type { BatchInput } from '../../../shared/api/batches.ts'
import type { AnswerOf } from '../../api/door.ts'
import { keySections } from '../../app/keySections.ts'
import { DayField, TextField } from '../../forms/fields.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { moment } from '../../ui/words.ts'
import styles from './BatchHead.module.css'
import { type BatchSize, OtherSize } from './OtherSize.tsx'
import type { BatchValues } from './batchRows.ts'
import { StartNow } from './StartNow.tsx'
import type { PageStart } from './usePageStart.ts'
import { nounFor } from '../../../shared/words/counted.ts'
import { sayDay } from '../../../shared/words/day.ts'
import { say } from '../../../shared/words/say.ts'
import { said } from '../../ui/said.ts'

interface BatchHeadProps {
  readonly control: Control<BatchValues, unknown, z.output<typeof BatchInput>>
  readonly product: AnswerOf<'products', 'get'>
  readonly proposal: AnswerOf<'batches', 'propose'> | undefined
  readonly live: PageStart['live']
  /** The plan that it makes. */
  readonly planId: number | null
  /** The sheet of paper that is typed in. */
  readonly sheet: PageStart['sheet']
  readonly today: string
  readonly planned: number
  readonly onSize: (size: BatchSize) => void
  /** The page as its draft holds it. */
  readonly content: () => string
  readonly moveDraft: (liveId: number, content: string) => Promise<void>
}

const OTHER = 'other'

/** The batch's number, large, and what decides the rest of the page: its day and its size. */
export function BatchHead({
  control,
  product,
  proposal,
  live,
  planId,
  sheet,
  today,
  planned,
  onSize,
  content,
  moveDraft,
}: BatchHeadProps) {
  const like = proposal?.like ?? null
  const base = like === null || like.made === 0 ? product.expectedYield : like.made
  const sizes = [0.5, 1, 2].map((factor) => Math.round(base * factor)).filter((units) => units > 0)
  const [isOther, setOther] = useState(false)
  return (
    <header className={styles['head']}>
      <div className={styles['names']}>
        <h1 className={styles['product']}>
          {product.name}
          {like ? (
            <span className={styles['like']}>
              {' '}
              {say('like {lotNumber}, {day}', { lotNumber: like.lotNumber, day: sayDay(like.madeOn) })}
            </span>
          ) : null}
          {sheet ? <span className={styles['like']}> {sheetWords(sheet)}</span> : null}
        </h1>
        <p className={styles['number']} aria-live="polite">
          <span className={styles['caption']}>{live ? say('Lot number') : say('Next lot number')}</span>
          {live?.lotNumber ?? proposal?.lotNumber ?? ' '}
        </p>
      </div>
      <div className={styles['fields']}>
        <DayField control={control} name="madeOn" label={say('Made on')} max={today} />
        {live ? null : (
          <TextField
            control={control}
            name="lotNumber"
            label={say('Other number')}
            placeholder={say('as shown')}
            w="8.5rem"
          />
        )}
        <div>
          <span className={styles['label']} id="size">
            {like
              ? say('Size in {unit}', { unit: nounFor(product.unit, 2) })
              : say('Recipe size in {unit}', { unit: nounFor(product.unit, 2) })}
          </span>
          <SegmentedControl
            aria-labelledby="size"
            size="md"
            value={isOther ? OTHER : String(planned)}
            onChange={(value) => {
              setOther(value === OTHER)
              if (value !== OTHER) onSize({ planned: Number(value) })
            }}
            data={[
              ...[...new Set(sizes)].map((units, at) => ({
                value: String(units),
                label: `${['×½', '×1', '×2'][at] ?? ''} ${units}`,
              })),
              { value: OTHER, label: say('Other') },
            ]}
          />
        </div>
        {isOther ? <OtherSize product={product} planned={proposal?.planned} onSize={onSize} /> : null}
        <div className={styles['live']}>
          {live ? (
            <Mark tone="plain">{say('in progress since {time}', { time: moment(live.startedAt) })}</Mark>
          ) : (
            <>
              <span className={styles['label']}>
                {said('Cook later {key}', { key: <Kbd aria-hidden>{keySections.batchPage.keys.start.key}</Kbd> })}
              </span>
              <StartNow
                productId={product.id}
                planned={planned}
                planId={planId}
                content={content}
                moveDraft={moveDraft}
              />
            </>
          )}
        </div>
      </div>
    </header>
  )
}

/** The sheet of paper that is typed in, and as what it was typed in before. */
function sheetWords({ id, recipeVersion, batches: [before] }: NonNullable<PageStart['sheet']>): string {
  const facts = { sheet: id, version: recipeVersion }
  return before
    ? say('from sheet {sheet}, recipe version {version}, typed in before as {lotNumber}', {
        ...facts,
        lotNumber: before.lotNumber,
      })
    : say('from sheet {sheet}, recipe version {version}', facts)
}
