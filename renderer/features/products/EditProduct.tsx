import { useState } from 'react'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { ProductForm } from './ProductForm.tsx'
import { blankLine, blankPack, packValues } from './productValues.ts'

/** A product and its recipe; a new one where there is no id. */
export function EditProduct({ productId }: { readonly productId: number | null }) {
  const list = useAnswer('products', 'list', {})
  return (
    <Answered page answer={list}>
      {(others) =>
        productId === null ? (
          <ProductForm
            product={null}
            others={others}
            defaults={{
              name: '',
              code: '',
              unit: '',
              pack: blankPack,
              packs: [],
              lines: [blankLine, blankLine, blankLine],
            }}
          />
        ) : (
          <KnownProduct productId={productId} others={others.filter((other) => other.id !== productId)} />
        )
      }
    </Answered>
  )
}

function KnownProduct({
  productId,
  others,
}: {
  readonly productId: number
  readonly others: readonly { readonly name: string; readonly code: string }[]
}) {
  const product = useAnswer('products', 'get', { productId })
  // A form starts from what is in the record now, not from what was on the screen last time.
  const [fresh, setFresh] = useState(false)
  if (!fresh && !product.isFetching) setFresh(true)
  return (
    <Answered page answer={fresh ? product : { ...product, data: undefined, error: null }}>
      {({ id, recipeVersion, lines, pack, packs, ...facts }) => (
        <ProductForm
          product={{ id, recipeVersion, name: facts.name }}
          others={others}
          defaults={{
            ...facts,
            pack: packValues(pack, facts.unit),
            packs: packs.map((each) => packValues(each, facts.unit)),
            lines: lines.map(({ ingredient, quantity }) => ({ ingredient, quantity })),
          }}
        />
      )}
    </Answered>
  )
}
