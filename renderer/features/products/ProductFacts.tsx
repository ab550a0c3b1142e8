import { useEffect } from 'react'
import { useWatch } from 'react-hook-form'
import { countWord } from '../../../shared/domain/quantity.ts'
import { NumberField, SuggestField, TextField } from '../../forms/fields.tsx'
import { LotPreview } from './LotPreview.tsx'
import styles from './ProductFacts.module.css'
import type { ProductFormReturn } from './productValues.ts'
import { suggestCode } from './suggestCode.ts'

const unitWords = ['jar', 'bottle', 'loaf', 'bag', 'box', 'pack', 'tin', 'tub', 'bar', 'pie']

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
        label="Name"
        description="As on the label"
        placeholder="Strawberry jam"
        autoFocus={isNew}
      />
      <SuggestField
        control={control}
        name="unit"
        label="One unit is a"
        description="One word, as you count them"
        placeholder="jar"
        data={unitWords}
      />
      <NumberField
        control={control}
        name="expectedYield"
        label="One recipe makes"
        description="Ingredients scale from it"
        rightSection={<span className={styles['unit']}>{countWord(unit.trim() || 'unit', 2)}</span>}
        rightSectionWidth={96}
      />
      <NumberField
        control={control}
        name="shelfLifeDays"
        label="Keeps for (days)"
        description="Gives the best-by date"
      />
      <div className={styles['numbers']}>
        <TextField
          control={control}
          name="code"
          label="Code"
          description="Begins its lot numbers"
          placeholder="SJ"
          classNames={{ input: styles['code'] ?? '' }}
          autoComplete="off"
          spellCheck={false}
        />
        <LotPreview code={code} isNew={isNew} others={others} />
      </div>
    </div>
  )
}
