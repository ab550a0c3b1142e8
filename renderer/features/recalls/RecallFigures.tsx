import { countWord } from '../../../shared/domain/quantity.ts'
import type { RecallRecord } from './recall.ts'
import styles from './Recalls.module.css'

/** The status in numbers (21 CFR 7.53). Nothing is cut off at 100 %. */
export function RecallFigures({ recall: { figures, detail } }: { readonly recall: RecallRecord }) {
  const percent = (share: number | null) => (share === null ? '–' : `${Math.round(share * 10) / 10} %`)
  const shown: readonly (readonly [string, string, string])[] = [
    ['Affected', figures.made.toLocaleString('en-US'), `${percent(figures.accountedPercent)} accounted for`],
    [
      'Sent out',
      figures.sent.toLocaleString('en-US'),
      figures.sentToPublic > 0 ? `${figures.sentToPublic} to the public` : 'all to known places',
    ],
    ['Told', `${figures.told} of ${figures.reachable}`, countWord('place', figures.reachable)],
    ['Answered', `${figures.responded} of ${figures.reachable}`, `${figures.onHandThere} on hand there`],
    ['Recovered', percent(figures.recoveredPercent), `${figures.returned} returned, ${figures.destroyed} destroyed`],
    [
      'Checks',
      `${figures.checksDone} of ${figures.checksNeeded}`,
      `level ${detail.checkLevel}, ${figures.checksEffective} effective`,
    ],
  ]
  return (
    <dl className={styles['figures']}>
      {shown.map(([name, value, more]) => (
        <div key={name} className={styles['figure']}>
          <dt>{name}</dt>
          <dd>
            {value} <small>{more}</small>
          </dd>
        </div>
      ))}
    </dl>
  )
}
