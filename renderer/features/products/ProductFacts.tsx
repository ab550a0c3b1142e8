import { useEffect } from 'react'
import { useWatch } from 'react-hook-form'
import { NumberField, SuggestField, TextField } from '../../forms/fields.tsx'
import { LotPreview } from './LotPreview.tsx'
import styles from './ProductFacts.module.css'
import type { ProductFormReturn } from './productValues.ts'
import { suggestCode } from './suggestCode.ts'
import { nounFor } from '../../../shared/words/counted.ts'
import { say } from '../../../shared/words/say.ts'

/** As the record and the labels have them, whatever the language of the screen. */
const unitWords = ['jar', 'bottle', 'loaf', 'bag', 'box', 'pack', 'tin', 'tub', 'bar', 'pie']

/** In the language of labels. */
const example = { name: 'Strawberry jam', code: 'SJ' } as const

interface ProductFactsProps {
  readonly form: ProductFormReturn
  readonly others: readonly { readonly name: string; readonly code: string }[]
  readonly isNew: boolean
}

/** What a product is called and counted in, what a recipe makes, how long it keeps, and how its lot numbers begin. */
export function ProductFacts({ form, others, isNew }: ProductFactsProps) {
  const { control, setValue } = form
  const [name, code, unit] = useWatch({ control, name: ['name', 'code', 'unit'] })
  const codeIsTyped = form.formState.dirtyFields.code === true
  const suggestion = suggestCode(name, new Set(others.map((other) => other.code)))
  useEffect(() => {
    if (isNew && !codeIsTyped) setValue('code', suggestion)
  }, [isNew, codeIsTyped, suggestion, setValue])

  return (
    <div className={styles['facts']}>
      <TextField
        control={control}
        name="name"
        label={say('Name')}
        description={say('As on the label')}
        placeholder={example.name}
        autoFocus={isNew}
      />
      <SuggestField
        control={control}
        name="unit"
        label={say('One unit is a')}
        description={say('One word, as you count them')}
        placeholder={unitWords[0]}
        data={unitWords}
      />
      <NumberField
        control={control}
        name="expectedYield"
        label={say('One recipe makes')}
        description={say('Ingredients scale from it')}
        rightSection={<span className={styles['unit']}>{nounFor(unit.trim() || 'unit', 2)}</span>}
        rightSectionWidth={96}
      />
      <NumberField
        control={control}
        name="shelfLifeDays"
        label={say('Keeps for (days)')}
        description={say('Gives the best-by date')}
      />
      <div className={styles['numbers']}>
        <TextField
          control={control}
          name="code"
          label={say('Code')}
          description={say('Begins its lot numbers')}
          placeholder={example.code}
          classNames={{ input: styles['code'] ?? '' }}
          autoComplete="off"
          spellCheck={false}
        />
        <LotPreview code={code} isNew={isNew} others={others} />
      </div>
    </div>
  )
}
