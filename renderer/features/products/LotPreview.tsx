import { ProductCode } from '../../../shared/api/fields.ts'
import { nextLotNumber } from '../../../shared/domain/lotNumber.ts'
import { fits, patternOf } from '../../../shared/domain/lotPattern.ts'
import { couldCollide, looksLike } from '../../../shared/domain/productCodes.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { Mark } from '../../ui/Mark.tsx'
import styles from './LotPreview.module.css'
import { say } from '../../../shared/words/say.ts'

interface LotPreviewProps {
  readonly code: string
  readonly isNew: boolean
  /** The other products, whose codes this one must not be nor look like. */
  readonly others: readonly { readonly name: string; readonly code: string }[]
}

/** The first lot number that a code gives today, in the kitchen's format. */
export function LotPreview({ code, isNew, others }: LotPreviewProps) {
  const state = useAnswer('system', 'state', {})
  const kitchen = useAnswer('kitchen', 'get', {})
  const read = ProductCode.safeParse(code)
  const taken = others.find((other) => read.success && other.code === read.data)
  const confused = others.find((other) => read.success && looksLike(other.code, read.data))
  if (!state.data || !kitchen.data) return null
  const pattern = patternOf(kitchen.data.lotFormat, kitchen.data.lotPattern)
  const collides = others.find((other) => read.success && couldCollide(pattern, other.code, read.data))
  return (
    <div className={styles['preview']} aria-live="polite">
      <span className={styles['about']}>
        {isNew ? say('The first batch, made today, gets') : say('A first batch of the day gets')}
      </span>
      <strong className={styles['number']}>
        {read.success ? nextLotNumber(pattern, read.data, state.data.today, []) : '—'}
      </strong>
      {taken ? (
        <span>
          <Mark tone="bad">{say('{name} has this code', { name: taken.name })}</Mark>
        </span>
      ) : confused ? (
        <span>
          <Mark tone="warn">
            {say('Easily read as {code}, the code of {name}', { code: confused.code, name: confused.name })}
          </Mark>
        </span>
      ) : collides ? (
        <span>
          <Mark tone="warn">
            {say('Could give the same numbers as {code}, the code of {name}', {
              code: collides.code,
              name: collides.name,
            })}
          </Mark>
        </span>
      ) : read.success && !fits(pattern, read.data) ? (
        <span>
          <Mark tone="bad">{say('Longer than 20 characters: choose a shorter code')}</Mark>
        </span>
      ) : null}
    </div>
  )
}
