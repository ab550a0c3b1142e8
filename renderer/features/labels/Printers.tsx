import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Card, Empty, Page } from '../../ui/Page.tsx'
import { LinkDomain } from './LinkDomain.tsx'
import { PrinterForm } from './PrinterForm.tsx'
import { PrinterRow } from './PrinterRow.tsx'
import styles from './Printers.module.css'
import { PrintQueue } from './PrintQueue.tsx'
import { say } from '../../../shared/words/say.ts'

/** The label printers, and everything on its way to them. */
export function Printers() {
  const printers = useAnswer('labels', 'printers', {})
  const [adding, setAdding] = useState(false)
  const add = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
      {say('Add a printer')}
    </Button>
  )
  return (
    <Page
      title={say('Labels and printers')}
      actions={
        <>
          <LinkButton to="/designs" variant="default">
            {say('Designs')}
          </LinkButton>
          <LinkButton to="/cards/commands" variant="default">
            {say('Command cards')}
          </LinkButton>
          {printers.data?.length && !adding ? add : null}
        </>
      }
    >
      {adding ? (
        <Card>
          <PrinterForm printer={null} onClose={() => setAdding(false)} />
        </Card>
      ) : null}
      <Answered answer={printers}>
        {(rows) =>
          rows.length > 0 ? (
            <Card title={say('Printers')}>
              <ul className={styles['printers']}>
                {rows.map((printer) => (
                  <PrinterRow key={printer.id} printer={printer} />
                ))}
              </ul>
            </Card>
          ) : adding ? null : (
            <Empty title={say('No printer yet')} action={add}>
              {say(
                'Any label printer that understands ZPL and hangs on your network will do, for example a Zebra. Its address is on its settings sheet.',
              )}
            </Empty>
          )
        }
      </Answered>
      <Card title={say('Labels on their way')}>
        <PrintQueue />
      </Card>
      <LinkDomain />
    </Page>
  )
}
