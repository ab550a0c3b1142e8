import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useAnswer } from '../../api/useAnswer.ts'
import { useCommand } from '../../api/useCommand.ts'
import { Card } from '../../ui/Page.tsx'
import { toastError } from '../../ui/toast.ts'
import styles from './Imports.module.css'
import type { ImportAnswer } from './rowWords.ts'
import { say, sayWord } from '../../../shared/words/say.ts'
import { said } from '../../ui/said.ts'

type What = ImportAnswer['alike'][number]['what']

/** Spellings that may be one name, and products of a shop that nobody named yet: asked once, remembered. */
export function NamesAlike({ desk }: { readonly desk: ImportAnswer }) {
  const products = useAnswer('products', 'list', { includeRetired: true })
  const { run, busy } = useCommand('imports', 'nameAs')
  if (desk.alike.length === 0 && desk.unknownProducts.length === 0) return null

  async function decide(what: What, names: readonly string[], as: string): Promise<void> {
    try {
      await run({ importId: desk.id, what, names: [...names], as })
    } catch (error) {
      toastError(error)
    }
  }
  async function keepApart(what: What, names: readonly string[]): Promise<void> {
    for (const name of names) await decide(what, [name], name)
  }

  return (
    <Card title={say('Names')}>
      <div className={styles['names']}>
        {desk.unknownProducts.map((name) => (
          <UnknownProduct
            key={name}
            name={name}
            products={(products.data ?? []).map((product) => product.name)}
            disabled={busy}
            onSay={(product) => void decide('product', [name], product)}
          />
        ))}
        {desk.alike.map(({ what, name, others }) => (
          <div key={`${what} ${name}`} className={styles['asking']}>
            <span>
              {said('Is {names} the {what} {name}?', {
                names: others.map((other) => `“${other}”`).join(', '),
                what: sayWord(what),
                name: <strong>{name}</strong>,
              })}
            </span>
            <Button variant="default" disabled={busy} onClick={() => void decide(what, others, name)}>
              {say('Yes, one')}
            </Button>
            <Button variant="subtle" disabled={busy} onClick={() => void keepApart(what, others)}>
              {say('No, keep apart')}
            </Button>
          </div>
        ))}
      </div>
    </Card>
  )
}

interface UnknownProductProps {
  readonly name: string
  readonly products: readonly string[]
  readonly disabled: boolean
  readonly onSay: (product: string) => void
}

/** Chosen with the arrow keys and then said with the button: going through the list says nothing yet. */
function UnknownProduct({ name, products, disabled, onSay }: UnknownProductProps) {
  const [chosen, setChosen] = useState('')
  return (
    <div className={styles['bar']}>
      <NativeSelect
        label={say('Which product is “{name}”?', { name })}
        disabled={disabled}
        value={chosen}
        data={[{ value: '', label: say('Choose') }, ...products]}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      <Button
        variant="default"
        disabled={disabled || chosen === ''}
        aria-label={
          chosen === ''
            ? say('It is this one, for “{name}”', { name })
            : say('It is this one: “{name}” is {chosen}', { name, chosen })
        }
        onClick={() => onSay(chosen)}
      >
        {say('It is this one')}
      </Button>
    </div>
  )
}
