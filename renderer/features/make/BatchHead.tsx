import { Kbd, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import type { Control } from 'react-hook-form'
import type { z } from '../../../shared/api/zod.ts'
import type { BatchInput } from '../../../shared/api/batches.ts'
import { showDay } from '../../../shared/domain/day.ts'
import { countWord } from '../../../shared/domain/quantity.ts'
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
              like {like.lotNumber}, {showDay(like.madeOn)}
            </span>
          ) : null}
          {sheet ? (
            <span className={styles['like']}>
              {' '}
              from sheet {sheet.id}, recipe version {sheet.recipeVersion}
              {sheet.batches[0] ? `, typed in before as ${sheet.batches[0].lotNumber}` : ''}
            </span>
          ) : null}
        </h1>
        <p className={styles['number']} aria-live="polite">
          <span className={styles['caption']}>{live ? 'Lot number' : 'Next lot number'}</span>
          {live?.lotNumber ?? proposal?.lotNumber ?? ' '}
        </p>
      </div>
      <div className={styles['fields']}>
        <DayField control={control} name="madeOn" label="Made on" max={today} />
        {live ? null : (
          <TextField control={control} name="lotNumber" label="Other number" placeholder="as shown" w="8.5rem" />
        )}
        <div>
          <span className={styles['label']} id="size">
            {`${like ? 'Size' : 'Recipe size'} in ${countWord(product.unit, 2)}`}
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
              { value: OTHER, label: 'Other' },
            ]}
          />
        </div>
        {isOther ? <OtherSize product={product} planned={proposal?.planned} onSize={onSize} /> : null}
        <div className={styles['live']}>
          {live ? (
            <Mark tone="plain">in progress since {moment(live.startedAt)}</Mark>
          ) : (
            <>
              <span className={styles['label']}>
                Cook later <Kbd aria-hidden>{keySections.batchPage.keys.start.key}</Kbd>
              </span>
              <StartNow productId={product.id} planned={planned} planId={planId} content={content} />
            </>
          )}
        </div>
      </div>
    </header>
  )
}
