import { Button, TextInput } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import type { MissingFactor } from '../../shared/api/errors.ts'
import { errorBody } from '../api/door.ts'
import { useCommand } from '../api/useCommand.ts'
import styles from './FactorOffer.module.css'
import { say } from '../../shared/words/say.ts'

interface FactorOfferProps {
  readonly missing: MissingFactor
  readonly onSaved: () => void
}

/** Asks for a missing conversion where its absence is said, so that nobody has to leave the form for it. */
export function FactorOffer({ missing, onSaved }: FactorOfferProps) {
  const { itemId, ingredient, one, unit } = missing
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string>()
  const { run, busy } = useCommand('ingredients', 'saveFactor')

  async function save(): Promise<void> {
    try {
      const amount = /^[\d.,/\s]+$/.test(typed) ? `${typed.trim()} ${unit}` : typed
      await run({ itemId, one, equals: amount })
      onSaved()
    } catch (error) {
      setProblem(errorBody(error).message)
    }
  }

  // It stands inside another form: its Enter and its Ctrl+Enter are its own.
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter') return
    event.preventDefault()
    event.stopPropagation()
    void save()
  }

  return (
    <fieldset className={styles['offer']} aria-label={say('Conversion of {ingredient}', { ingredient })}>
      <TextInput
        label={say('{one} of {ingredient} is', { one, ingredient })}
        placeholder={say('in {unit}', { unit })}
        value={typed}
        error={problem}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <Button variant="default" loading={busy} onClick={() => void save()}>
        {say('Remember it')}
      </Button>
    </fieldset>
  )
}
