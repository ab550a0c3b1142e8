import { Answered } from '../../ui/Answered.tsx'
import { LoadMore } from '../../ui/LoadMore.tsx'
import { Card } from '../../ui/Page.tsx'
import { Dim } from '../../ui/Table.tsx'
import { usePages } from '../../ui/usePages.ts'
import { Shipment } from './Shipment.tsx'
import styles from './Shipments.module.css'
import { say } from '../../../shared/words/say.ts'

interface ShipmentsProps {
  readonly today: string
  /** Only what went to this place; everything where it is left out. */
  readonly placeId?: number
}

/** What went out before, newest first. */
export function Shipments({ today, placeId }: ShipmentsProps) {
  const pages = usePages('shipping', 'list', { limit: 20, placeId: placeId ?? null })
  return (
    <Card title={placeId === undefined ? say('Sent before') : say('Everything that went there')}>
      <Answered answer={pages}>
        {({ rows, more }) =>
          rows.length === 0 ? (
            <Dim>{say('Nothing has gone out yet.')}</Dim>
          ) : (
            <>
              <ul className={styles['shipments']}>
                {rows.map((shipment) => (
                  <Shipment key={shipment.id} shipment={shipment} today={today} />
                ))}
              </ul>
              <LoadMore more={more} />
            </>
          )
        }
      </Answered>
    </Card>
  )
}
