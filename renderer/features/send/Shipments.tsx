import { Answered } from '../../ui/Answered.tsx'
import { LoadMore } from '../../ui/LoadMore.tsx'
import { Card } from '../../ui/Page.tsx'
import { Dim } from '../../ui/Table.tsx'
import { usePages } from '../../ui/usePages.ts'
import { Shipment } from './Shipment.tsx'
import styles from './Shipments.module.css'

/** What went out before, newest first. */
export function Shipments() {
  const pages = usePages('shipping', 'list', { limit: 20 })
  return (
    <Card title="Sent before">
      <Answered answer={pages}>
        {({ rows, more }) =>
          rows.length === 0 ? (
            <Dim>Nothing has gone out yet.</Dim>
          ) : (
            <>
              <ul className={styles['shipments']}>
                {rows.map((shipment) => (
                  <Shipment key={shipment.id} shipment={shipment} />
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
