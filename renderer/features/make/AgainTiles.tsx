import { Kbd } from '@mantine/core'
import { Link, useLocation } from 'wouter'
import { countOf } from '../../../shared/words/counted.ts'
import type { AnswerOf } from '../../api/door.ts'
import { useSectionKeys } from '../../app/useSectionKeys.ts'
import { dayOr } from '../../ui/words.ts'
import styles from './AgainTiles.module.css'
import { say, sayNumber } from '../../../shared/words/say.ts'

type Tile = AnswerOf<'batches', 'again'>[number]

/** What is likely to be made next, each with its digit: the batch page opens filled like the last time. */
export function AgainTiles({ tiles }: { readonly tiles: readonly Tile[] }) {
  const [, go] = useLocation()
  useSectionKeys('again', {
    begin: (key) => {
      const tile = tiles[Number(key) - 1]
      if (tile) go(pathOf(tile))
    },
  })
  return (
    <ul className={styles['tiles']}>
      {tiles.map((tile, at) => (
        <li key={tile.productId}>
          <Link
            href={pathOf(tile)}
            className={styles['tile']}
            {...(at < 9 ? { 'aria-keyshortcuts': String(at + 1) } : {})}
          >
            <span className={styles['code']}>{tile.code}</span>
            <span className={styles['name']}>{tile.product}</span>
            <span className={styles['last']}>
              {tile.last
                ? say('Same again: {units}', { units: countOf(tile.last.made, tile.unit) })
                : say('Not made yet')}
            </span>
            <span className={styles['facts']}>
              {tile.last ? `${dayOr(tile.last.madeOn, '')} · ` : ''}
              {say('{onHand} on hand', { onHand: sayNumber(tile.onHand) })}
            </span>
            {at < 9 ? (
              <Kbd aria-hidden className={styles['key'] ?? ''}>
                {at + 1}
              </Kbd>
            ) : null}
          </Link>
        </li>
      ))}
    </ul>
  )
}

function pathOf({ productId, last }: Tile): string {
  return last ? `/make/${productId}?like=${last.batchId}` : `/make/${productId}`
}
