import type { RecallRecord } from './recall.ts'
import styles from './Recalls.module.css'
import { nounFor } from '../../../shared/words/counted.ts'
import { say, sayNumber } from '../../../shared/words/say.ts'

/** The status in numbers (21 CFR 7.53). Nothing is cut off at 100 %. */
export function RecallFigures({ recall: { figures, detail } }: { readonly recall: RecallRecord }) {
  const percent = (share: number | null) => (share === null ? '–' : `${Math.round(share * 10) / 10} %`)
  const part = (count: number, all: number) => say('{count} of {all}', { count, all })
  const shown: readonly (readonly [string, string, string])[] = [
    [
      say('Affected'),
      sayNumber(figures.made),
      say('{percent} accounted for', { percent: percent(figures.accountedPercent) }),
    ],
    [
      say('Sent out'),
      sayNumber(figures.sent),
      figures.sentToPublic > 0
        ? say('{count} to the public', { count: figures.sentToPublic })
        : say('all to known places'),
    ],
    [say('Told'), part(figures.told, figures.reachable), nounFor('place', figures.reachable)],
    [
      say('Answered'),
      part(figures.responded, figures.reachable),
      say('{count} on hand there', { count: figures.onHandThere }),
    ],
    [
      say('Recovered'),
      percent(figures.recoveredPercent),
      say('{returned} returned, {destroyed} destroyed', {
        returned: figures.returned,
        destroyed: figures.destroyed,
      }),
    ],
    [
      say('Checks'),
      part(figures.checksDone, figures.checksNeeded),
      say('level {level}, {count} effective', { level: detail.checkLevel, count: figures.checksEffective }),
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
