import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { BatchForm } from './BatchForm.tsx'

/** The batch page of a product, filled before the person touches it. */
export function RecordBatch({ productId }: { readonly productId: number }) {
  const state = useAnswer('system', 'state', {})
  const product = useAnswer('products', 'get', { productId })
  return (
    <Answered page answer={product}>
      {(known) => (
        <Answered page answer={state}>
          {({ today }) => <BatchForm product={known} today={today} />}
        </Answered>
      )}
    </Answered>
  )
}
