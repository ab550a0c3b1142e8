import { Button } from '@mantine/core'
import type { DefaultValues } from 'react-hook-form'
import type { z } from '../../../shared/api/zod.ts'
import { useLocation } from 'wouter'
import type { AnswerOf } from '../../api/door.ts'
import { FormFrame } from '../../forms/FormFrame.tsx'
import { SaveBar } from '../../forms/SaveBar.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import type { KeepAs } from '../../forms/useKeptValues.ts'
import { Fold } from '../../ui/Fold.tsx'
import { Card, Page } from '../../ui/Page.tsx'
import { toastDone } from '../../ui/toast.ts'
import { ExpectationSummary, Expectations } from './Expectations.tsx'
import { OnTheLabel } from './OnTheLabel.tsx'
import { PackRows } from './PackRows.tsx'
import { PackSummary } from './PackSummary.tsx'
import { ProductActions } from './ProductActions.tsx'
import { ProductFacts } from './ProductFacts.tsx'
import { isBlank, ProductValues } from './productValues.ts'
import { RecipeRows } from './RecipeRows.tsx'
import { Versions } from './Versions.tsx'
import styles from './ProductForm.module.css'
import { say } from '../../../shared/words/say.ts'

interface ProductFormProps {
  /** The one that is changed; null for a new one. */
  readonly product: AnswerOf<'products', 'get'> | null
  /** The other products, whose names can be ingredients and whose codes are taken. */
  readonly others: readonly { readonly name: string; readonly code: string }[]
  readonly defaults: DefaultValues<ProductValues>
  /** Where what is filled in comes from, if not from the product itself. */
  readonly from?: string
}

/** What was typed over one version of a recipe is not put over the next one. */
function keepAsOf(product: ProductFormProps['product']): KeepAs {
  return product ? { name: `product ${product.id}`, of: String(product.recipeVersion) } : { name: 'product' }
}

/** A product and its recipe on one page. */
export function ProductForm({ product, others, defaults, from }: ProductFormProps) {
  const [, go] = useLocation()
  const command = useCommandForm<ProductValues, z.output<typeof ProductValues>, 'products', 'save'>({
    schema: ProductValues,
    defaults,
    domain: 'products',
    operation: 'save',
    ...(from === undefined ? { keepAs: keepAsOf(product) } : {}),
    complete: (values) => ({
      ...values,
      productId: product?.id ?? null,
      lines: values.lines.filter((line) => !isBlank(line)),
    }),
    onDone({ productId, recipeVersion }, { name }) {
      toastDone(
        product ? (
          savedWords(name, recipeVersion > product.recipeVersion ? recipeVersion : null)
        ) : (
          <span className={styles['saved']}>
            {say('Saved {name}.', { name })}
            <Button variant="default" onClick={() => go(`/make/${productId}`)}>
              {say('Make the first batch')}
            </Button>
          </span>
        ),
      )
      go('/products')
    },
  })
  const { form } = command
  const { errors } = form.formState
  const hasPacks = (defaults.packs ?? []).length > 0
  const hasExpectations = (defaults.readings ?? []).length + (defaults.equipment ?? []).length > 0

  // The core names lines by their place: an empty row in between would shift what it says to the wrong one.
  async function submit(): Promise<void> {
    const rows = form.getValues('lines')
    const kept = rows.filter((row) => !isBlank(row))
    if (kept.length > 0 && kept.length < rows.length) form.setValue('lines', kept)
    await command.submit()
  }

  return (
    <Page
      title={product?.name ?? say('New product')}
      under={
        from ??
        (product
          ? say(
              'Recipe version {version}. A changed recipe becomes version {next}; batches already made keep theirs.',
              { version: product.recipeVersion, next: product.recipeVersion + 1 },
            )
          : say('A name, a code and what goes in. Everything can be changed later.'))
      }
      actions={product ? <ProductActions product={product} /> : null}
    >
      <FormFrame
        command={{ ...command, submit }}
        name={product ? say('Change {name}', { name: product.name }) : say('New product')}
        enterMovesOn
      >
        <Card>
          <ProductFacts form={form} others={others} isNew={product === null} />
        </Card>
        <Card title={say('Recipe')}>
          <RecipeRows form={form} products={others.map((other) => other.name)} />
        </Card>
        <Fold
          title={say('Packs')}
          summary={<PackSummary form={form} />}
          open={hasPacks}
          wrong={Boolean(errors.pack ?? errors.packs)}
        >
          <PackRows form={form} />
        </Fold>
        <Fold
          title={say('While it is made')}
          summary={<ExpectationSummary form={form} />}
          open={hasExpectations}
          wrong={Boolean(errors.readings ?? errors.equipment)}
        >
          <Expectations form={form} />
        </Fold>
        <SaveBar command={command}>{say('Save product')}</SaveBar>
      </FormFrame>
      {product ? (
        <>
          <OnTheLabel product={product} />
          <Versions productId={product.id} />
        </>
      ) : null}
    </Page>
  )
}

/** @param version what the recipe has become; null where it is as it was */
function savedWords(name: string, version: number | null): string {
  return version === null
    ? say('Saved {name}.', { name })
    : say('Saved {name}. The recipe is now version {version}.', { name, version })
}
