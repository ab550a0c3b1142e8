import { Button, Checkbox, Radio } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useController, useWatch } from 'react-hook-form'
import { contract } from '../../../shared/api/contract.ts'
import type { AnswerOf } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { TextField } from '../../forms/fields.tsx'
import { FormFrame } from '../../forms/FormFrame.tsx'
import { SaveBar } from '../../forms/SaveBar.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Card } from '../../ui/Page.tsx'
import { Dim } from '../../ui/Table.tsx'
import { toastDone } from '../../ui/toast.ts'
import { dayOr } from '../../ui/words.ts'
import styles from './MissingFacts.module.css'
import { say } from '../../../shared/words/say.ts'

type Use = AnswerOf<'corrections', 'missing'>['uses'][number]
type Lots = AnswerOf<'corrections', 'lots'>

const schema = contract.corrections.nameLot.input.omit({ requestId: true })

interface WhichLotProps {
  readonly use: Use
  readonly onSkip: () => void
}

/** Asks which lot an ingredient came from, the lots that were in stock that day first. */
export function WhichLot({ use, onSkip }: WhichLotProps) {
  const lots = useAnswer('corrections', 'lots', { itemId: use.itemId, day: use.madeOn })
  return (
    <Card
      title={say('Which {ingredient} went into {lotNumber}?', { ingredient: use.ingredient, lotNumber: use.lotNumber })}
    >
      <p className={styles['about']}>
        {say('{quantity} for {product}, made {day}.', {
          quantity: use.quantity,
          product: use.product,
          day: dayOr(use.madeOn, ''),
        })}
      </p>
      <Answered answer={lots}>{(known) => <LotQuestion use={use} lots={known} onSkip={onSkip} />}</Answered>
    </Card>
  )
}

function LotQuestion({ use, lots, onSkip }: WhichLotProps & { readonly lots: Lots }) {
  const command = useCommandForm({
    schema,
    defaults: {
      useId: use.useId,
      lotId: lots[0]?.lotId ?? 0,
      quantity: use.quantity,
      moreThanRecorded: false,
      reason: '',
    },
    domain: 'corrections',
    operation: 'nameLot',
    onDone: ({ lotNumber }) =>
      toastDone(say('{ingredient} of {lotNumber} has its lot.', { ingredient: use.ingredient, lotNumber })),
  })
  const { control, setValue } = command.form
  const { field, fieldState } = useController({ control, name: 'lotId' })
  const more = useWatch({ control, name: 'moreThanRecorded' }) === true
  const list = useRef<HTMLDivElement>(null)
  // The keyboard starts on the likeliest lot: Ctrl+Enter says yes to it, the arrows choose another.
  useEffect(() => list.current?.querySelector<HTMLElement>('input:checked')?.focus(), [])
  if (lots.length === 0)
    return (
      <>
        <p>
          {say(
            'No lot of {ingredient} is in the record for that day. Receive it first, with the day you bought it; then it can be chosen here.',
            { ingredient: use.ingredient },
          )}
        </p>
        <Button variant="default" onClick={onSkip}>
          {say('Not now')}
        </Button>
      </>
    )
  return (
    <FormFrame command={command} name={say('Which lot it was')}>
      <Radio.Group
        aria-label={say('Lot')}
        value={String(field.value)}
        onChange={(value) => field.onChange(Number(value))}
        error={fieldState.error?.message}
      >
        <div className={styles['lots']} ref={list}>
          {lots.slice(0, MANY).map((lot) => (
            <Radio
              key={lot.lotId}
              size="md"
              value={String(lot.lotId)}
              label={
                <>
                  <strong>{lot.lot}</strong> <Dim>{knownOf(lot)}</Dim>
                </>
              }
            />
          ))}
        </div>
      </Radio.Group>
      <div className={styles['fields']}>
        <TextField control={control} name="quantity" label={say('How much of it')} w="9rem" />
        <TextField
          control={control}
          name="reason"
          label={say('How you know')}
          placeholder={say('Receipt, the bag, the notebook')}
        />
      </div>
      <Checkbox
        size="md"
        mt="sm"
        checked={more}
        onChange={(event) => setValue('moreThanRecorded', event.currentTarget.checked)}
        label={say('There was more in it than recorded: count it up')}
      />
      <SaveBar
        command={command}
        aside={
          <Button variant="default" onClick={onSkip}>
            {say('Nobody knows')}
          </Button>
        }
      >
        {say('This one')}
      </SaveBar>
    </FormFrame>
  )
}

const MANY = 8

/** What was there of a lot that day, what is left now, and what is known of it. */
function knownOf({ there, left, mark }: Lots[number]): string {
  return [
    there === null ? say('used up by then') : say('{quantity} there that day', { quantity: there }),
    say('{quantity} left now', { quantity: left }),
    ...(mark === null ? [] : [mark]),
  ].join(', ')
}
