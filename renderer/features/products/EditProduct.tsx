import { type ReactNode, useState } from 'react'
import { useSearch } from 'wouter'
import { say } from '../../../shared/words/say.ts'
import type { AnswerOf } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { ProductForm } from './ProductForm.tsx'
import { blankLine, blankPack, productValues } from './productValues.ts'

type Others = readonly { readonly name: string; readonly code: string }[]
type Product = AnswerOf<'products', 'get'>

/**
 * A product and its recipe; a new one where there is no id. `?like=3` starts a new one as a copy of a product,
 * `?batch=7` takes the recipe from a batch.
 */
export function EditProduct({ productId }: { readonly productId: number | null }) {
  const list = useAnswer('products', 'list', { includeRetired: true })
  const asked = new URLSearchParams(useSearch())
  const like = asked.get('like')
  const batch = asked.get('batch')
  return (
    <Answered page answer={list}>
      {(rows) => {
        const others = rows.filter((other) => other.id !== productId)
        if (batch !== null) return <FromBatch batchId={Number(batch)} productId={productId} others={others} />
        if (productId !== null) return <KnownProduct productId={productId} others={others} />
        if (like !== null) return <CopyOf productId={Number(like)} others={others} />
        return <ProductForm product={null} others={others} defaults={blankProduct} />
      }}
    </Answered>
  )
}

const blankProduct = {
  name: '',
  code: '',
  unit: '',
  pack: blankPack,
  packs: [],
  readings: [],
  equipment: [],
  lines: [blankLine, blankLine, blankLine],
}

function KnownProduct({ productId, others }: { readonly productId: number; readonly others: Others }) {
  return (
    <FreshProduct productId={productId}>
      {(product) => <ProductForm product={product} others={others} defaults={productValues(product)} />}
    </FreshProduct>
  )
}

function CopyOf({ productId, others }: { readonly productId: number; readonly others: Others }) {
  return (
    <FreshProduct productId={productId}>
      {(product) => {
        const values = productValues(product)
        return (
          <ProductForm
            product={null}
            others={others}
            defaults={{
              ...values,
              name: '',
              code: '',
              // A GTIN belongs to one product, and packs of the copy are packs of their own.
              pack: { ...values.pack, itemId: null, gtin: '' },
              packs: values.packs.map((pack) => ({ ...pack, itemId: null, gtin: '' })),
            }}
            from={say('A copy of {product}. Give it a name and a code of its own.', { product: product.name })}
          />
        )
      }}
    </FreshProduct>
  )
}

/** The recipe of a batch as the next version of a product, or as a new product. */
function FromBatch({
  batchId,
  productId,
  others,
}: {
  readonly batchId: number
  readonly productId: number | null
  readonly others: Others
}) {
  const batch = useAnswer('products', 'fromBatch', { batchId })
  return (
    <Answered page answer={batch}>
      {({ lotNumber, unit, expectedYield, lines }) =>
        productId === null ? (
          <ProductForm
            product={null}
            others={others}
            defaults={{ ...blankProduct, unit, expectedYield, lines }}
            from={say('What went into {lotNumber}, as the recipe of a new product.', { lotNumber })}
          />
        ) : (
          <FreshProduct productId={productId}>
            {(product) => (
              <ProductForm
                product={product}
                others={others}
                defaults={{ ...productValues(product), expectedYield, lines }}
                from={say('What went into {lotNumber}. Save it to make it version {version}.', {
                  lotNumber,
                  version: product.recipeVersion + 1,
                })}
              />
            )}
          </FreshProduct>
        )
      }
    </Answered>
  )
}

/** A form starts from what is in the record now, not from what was on the screen last time. */
function FreshProduct({
  productId,
  children,
}: {
  readonly productId: number
  readonly children: (product: Product) => ReactNode
}) {
  const product = useAnswer('products', 'get', { productId })
  const [fresh, setFresh] = useState(false)
  if (!fresh && !product.isFetching) setFresh(true)
  return (
    <Answered page answer={fresh ? product : { ...product, data: undefined, error: null }}>
      {children}
    </Answered>
  )
}
