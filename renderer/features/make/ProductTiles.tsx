import { Link } from 'wouter'
import type { AnswerOf } from '../../api/door.ts'
import { countOf, dayOr } from '../../ui/words.ts'
import styles from './ProductTiles.module.css'

/** A large tile for each product: the way to its batch page. */
export function ProductTiles({ products }: { readonly products: AnswerOf<'products', 'list'> }) {
  return (
    <ul className={styles['tiles']}>
      {products.map((product) => (
        <li key={product.id}>
          <Link href={`/make/${product.id}`} className={styles['tile']}>
            <span className={styles['code']}>{product.code}</span>
            <span className={styles['name']}>{product.name}</span>
            <span className={styles['last']}>
              {product.lastBatch
                ? `Last ${dayOr(product.lastBatch.madeOn, '')}, ${countOf(product.lastBatch.made, product.unit)}`
                : 'Not made yet'}
            </span>
            <span className={styles['last']}>{countOf(product.onHand, product.unit)} on hand</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
