import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import type { Control } from 'react-hook-form'
import type { z } from '../../../shared/api/zod.ts'
import type { BatchInput } from '../../../shared/api/batches.ts'
import type { AnswerOf } from '../../api/door.ts'
import { DayField, TextField } from '../../forms/fields.tsx'
import { countOf } from '../../ui/words.ts'
import styles from './BatchHead.module.css'
import { type BatchSize, OtherSize } from './OtherSize.tsx'
import type { BatchValues } from './batchRows.ts'

interface BatchHeadProps {
  readonly control: Control<BatchValues, unknown, z.output<typeof BatchInput>>
  readonly product: AnswerOf<'products', 'get'>
  readonly proposal: AnswerOf<'batches', 'propose'> | undefined
  readonly today: string
  readonly size: BatchSize
  readonly onSize: (size: BatchSize) => void
}

const OTHER = 'other'

/** The batch's number, large, and what decides the rest of the page: its day and its size. */
export function BatchHead({ control, product, proposal, today, size, onSize }: BatchHeadProps) {
  const sizes = [0.5, 1, 2].map((factor) => Math.round(product.expectedYield * factor)).filter((units) => units > 0)
  const [isOther, setOther] = useState(false)
  return (
    <header className={styles['head']}>
      <div className={styles['names']}>
        <h1 className={styles['product']}>{product.name}</h1>
        <p className={styles['number']} aria-live="polite">
          <span className={styles['caption']}>Next lot number</span>
          {proposal?.lotNumber ?? ' '}
        </p>
      </div>
      <div className={styles['fields']}>
        <DayField control={control} name="madeOn" label="Made on" max={today} />
        <TextField control={control} name="lotNumber" label="Other number" placeholder="as shown" w="11rem" />
        <div>
          <span className={styles['label']} id="size">
            Recipe size
          </span>
          <SegmentedControl
            aria-labelledby="size"
            size="md"
            value={isOther ? OTHER : String(size.planned)}
            onChange={(value) => {
              setOther(value === OTHER)
              if (value !== OTHER) onSize({ planned: Number(value) })
            }}
            data={[
              ...[...new Set(sizes)].map((units, at) => ({
                value: String(units),
                label: `${['×½', '×1', '×2'][at] ?? ''} ${countOf(units, product.unit)}`,
              })),
              { value: OTHER, label: 'Other' },
            ]}
          />
        </div>
        {isOther ? <OtherSize product={product} planned={proposal?.planned} onSize={onSize} /> : null}
      </div>
    </header>
  )
}
