import { ActionIcon, Button } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useFieldArray, useWatch } from 'react-hook-form'
import { NumberField, SuggestField, TextField } from '../../forms/fields.tsx'
import styles from './PackRows.module.css'
import { blankPack, type ProductFormReturn } from './productValues.ts'
import { nounOf, say } from '../../../shared/words/say.ts'

/** The packs that one cook fills: what each is called, holds and costs. */
export function PackRows({ form }: { readonly form: ProductFormReturn }) {
  const { control } = form
  const packs = useFieldArray({ control, name: 'packs' })
  const typed = useWatch({ control, name: 'unit' }).trim() || 'unit'
  const unit = nounOf(typed)?.[0] ?? typed
  const several = packs.fields.length > 0
  return (
    <>
      <p className={styles['about']}>
        {say('One batch can fill several packs: they share its lot number, and their unit numbers run on.')}
      </p>
      <div className={styles['packs']}>
        <PackRow form={form} path="pack" title={say('Main pack')} placeholder={say('8 oz {unit}', { unit })} />
        {packs.fields.map((pack, at) => (
          <PackRow
            key={pack.id}
            form={form}
            path={`packs.${at}`}
            title={say('Pack {at}', { at: at + 2 })}
            placeholder={say('4 oz {unit}', { unit })}
            remove={{ label: say('Remove pack {at}', { at: at + 2 }), run: () => packs.remove(at) }}
          />
        ))}
      </div>
      <Button
        mt="sm"
        variant="default"
        leftSection={<IconPlus size={18} aria-hidden />}
        onClick={() => packs.append(blankPack, { focusName: `packs.${packs.fields.length}.name` })}
      >
        {several ? say('Add another pack') : say('It also comes in another pack')}
      </Button>
    </>
  )
}

interface PackRowProps {
  readonly form: ProductFormReturn
  readonly path: 'pack' | `packs.${number}`
  readonly title: string
  readonly placeholder: string
  /** The main pack is the product itself: it cannot be removed. */
  readonly remove?: { readonly label: string; readonly run: () => void }
}

function PackRow({ form: { control }, path, title, placeholder, remove }: PackRowProps) {
  return (
    <fieldset className={styles['pack']}>
      <legend className={styles['legend']}>{title}</legend>
      <TextField control={control} name={`${path}.name`} label={say('Called')} placeholder={placeholder} />
      <TextField control={control} name={`${path}.net`} label={say('Net contents')} placeholder={say('8 oz')} />
      <NumberField control={control} name={`${path}.priceCents`} label={say('Price ($)')} kind="money" />
      <TextField
        control={control}
        name={`${path}.gtin`}
        label={say('GTIN (UPC, EAN)')}
        placeholder={say('if it has one')}
      />
      <TextField control={control} name={`${path}.fill`} label={say('Really filled')} placeholder={say('as weighed')} />
      {remove ? (
        <>
          <SuggestField
            control={control}
            name={`${path}.unit`}
            label={say('One is a')}
            placeholder={say('the same')}
            data={['jar', 'bottle', 'bag', 'box', 'pack', 'tin', 'tub']}
          />
          <NumberField control={control} name={`${path}.usual`} label={say('Per recipe')} placeholder={say('varies')} />
          <ActionIcon className={styles['remove'] ?? ''} aria-label={remove.label} onClick={remove.run}>
            <IconTrash size={20} aria-hidden />
          </ActionIcon>
        </>
      ) : null}
    </fieldset>
  )
}
