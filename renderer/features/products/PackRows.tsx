import { ActionIcon, Button } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useFieldArray, useWatch } from 'react-hook-form'
import { NumberField, SuggestField, TextField } from '../../forms/fields.tsx'
import styles from './PackRows.module.css'
import { blankPack, type ProductFormReturn } from './productValues.ts'

/** The packs that one cook fills: what each is called, holds and costs. */
export function PackRows({ form }: { readonly form: ProductFormReturn }) {
  const { control } = form
  const packs = useFieldArray({ control, name: 'packs' })
  const unit = useWatch({ control, name: 'unit' }).trim() || 'unit'
  const several = packs.fields.length > 0
  return (
    <>
      <p className={styles['about']}>
        One batch can fill several packs: they share its lot number, and their unit numbers run on.
      </p>
      <div className={styles['packs']}>
        <PackRow form={form} path="pack" title="Main pack" placeholder={`8 oz ${unit}`} />
        {packs.fields.map((pack, at) => (
          <PackRow
            key={pack.id}
            form={form}
            path={`packs.${at}`}
            title={`Pack ${at + 2}`}
            placeholder={`4 oz ${unit}`}
            onRemove={() => packs.remove(at)}
          />
        ))}
      </div>
      <Button
        mt="sm"
        variant="default"
        leftSection={<IconPlus size={18} aria-hidden />}
        onClick={() => packs.append(blankPack, { focusName: `packs.${packs.fields.length}.name` })}
      >
        {several ? 'Add another pack' : 'It also comes in another pack'}
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
  readonly onRemove?: () => void
}

function PackRow({ form: { control }, path, title, placeholder, onRemove }: PackRowProps) {
  return (
    <fieldset className={styles['pack']}>
      <legend className={styles['legend']}>{title}</legend>
      <TextField control={control} name={`${path}.name`} label="Called" placeholder={placeholder} />
      <TextField control={control} name={`${path}.net`} label="Net contents" placeholder="8 oz" />
      <NumberField control={control} name={`${path}.priceCents`} label="Price ($)" scale={100} />
      <TextField control={control} name={`${path}.gtin`} label="GTIN (UPC, EAN)" placeholder="if it has one" />
      <TextField control={control} name={`${path}.fill`} label="Really filled" placeholder="as weighed" />
      {onRemove ? (
        <>
          <SuggestField
            control={control}
            name={`${path}.unit`}
            label="One is a"
            placeholder="the same"
            data={['jar', 'bottle', 'bag', 'box', 'pack', 'tin', 'tub']}
          />
          <NumberField control={control} name={`${path}.usual`} label="Per recipe" placeholder="varies" />
          <ActionIcon
            className={styles['remove'] ?? ''}
            aria-label={`Remove ${title.toLowerCase()}`}
            onClick={onRemove}
          >
            <IconTrash size={20} aria-hidden />
          </ActionIcon>
        </>
      ) : null}
    </fieldset>
  )
}
