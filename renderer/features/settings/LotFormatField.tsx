import { Radio } from '@mantine/core'
import { type Control, useController, useWatch } from 'react-hook-form'
import type { Kitchen } from '../../../shared/api/kitchen.ts'
import type { z } from '../../../shared/api/zod.ts'
import { type LotFormat, lotFormats, nextLotNumber } from '../../../shared/domain/lotNumber.ts'
import { patternOf } from '../../../shared/domain/lotPattern.ts'
import { TextField } from '../../forms/fields.tsx'
import styles from './LotFormatField.module.css'
import { LotNumbersPreview } from './LotNumbersPreview.tsx'
import { say } from '../../../shared/words/say.ts'

type KitchenIn = z.input<typeof Kitchen>

const words = (): Readonly<Record<LotFormat, readonly [name: string, about: string]>> => ({
  date: [
    say('Product, day, letter'),
    say('Anyone can read the day off the jar. A, B, C tell the batches of a day apart.'),
  ],
  sequential: [say('Product and number'), say('The shortest, for small labels. Each product counts its own batches.')],
  hybrid: [say('Day, product, number'), say('Sorts by day across all products, for a binder kept by date.')],
  custom: [say('A pattern of your own'), say('Put it together from the code, the day and a sequence.')],
})

/** A product in the middle of its life, so that counting numbers look as they will. */
const issued = ['SJ-0041']

interface LotFormatFieldProps {
  readonly control: Control<KitchenIn, unknown, Kitchen>
  readonly today: string
}

/** How lot numbers are written, each with the number that strawberry jam made today would get. */
export function LotFormatField({ control, today }: LotFormatFieldProps) {
  const { field, fieldState } = useController({ control, name: 'lotFormat' })
  const lotPattern = useWatch({ control, name: 'lotPattern' }) ?? ''
  return (
    <>
      <Radio.Group
        label={say('How they are written')}
        description={say('Numbers already issued stay as they are.')}
        name={field.name}
        value={field.value}
        onChange={field.onChange}
        error={fieldState.error?.message}
      >
        <div className={styles['cards']}>
          {lotFormats.map((format) => {
            const [name, about] = words()[format]
            const example = nextLotNumber(patternOf(format, lotPattern || SUGGESTED), 'SJ', today, issued)
            return (
              <Radio.Card key={format} className={styles['card'] ?? ''} value={format} onBlur={field.onBlur}>
                <Radio.Indicator />
                <span className={styles['words']}>
                  <strong>{name}</strong>
                  <span className={styles['number']}>{example}</span>
                  <span className={styles['about']}>{about}</span>
                </span>
              </Radio.Card>
            )
          })}
        </div>
      </Radio.Group>
      {field.value === 'custom' ? (
        <div className={styles['pattern']}>
          <TextField
            control={control}
            name="lotPattern"
            label={say('Your pattern')}
            placeholder={SUGGESTED}
            autoCapitalize="characters"
            spellCheck={false}
          />
          <dl className={styles['tokens']}>
            {tokens().map(([token, means]) => (
              <div key={token}>
                <dt>
                  <code>{token}</code>
                </dt>
                <dd>{means}</dd>
              </div>
            ))}
          </dl>
        </div>
      ) : null}
      <LotNumbersPreview lotFormat={field.value} lotPattern={lotPattern} />
    </>
  )
}

const SUGGESTED = '{CODE}{YY}{DDD}-{A}'

const tokens = () =>
  [
    ['{CODE}', say('the product’s code')],
    ['{YYYY} {YY}', say('the year')],
    ['{MM} {DD}', say('month and day')],
    ['{DDD}', say('day of the year, 001 to 366')],
    ['{A}', say('letters: A … Z, AA')],
    ['{0} {000}', say('figures, with noughts in front')],
  ] as const
