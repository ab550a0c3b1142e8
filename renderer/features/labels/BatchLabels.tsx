import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Card, Empty, Page } from '../../ui/Page.tsx'
import { packWord } from '../make/packWord.ts'
import { AsPrinted } from './AsPrinted.tsx'
import { labelledLot } from './labelledLot.ts'
import { LabelDesk } from './LabelDesk.tsx'
import { PrintQueue } from './PrintQueue.tsx'
import { say } from '../../../shared/words/say.ts'
import { said } from '../../ui/said.ts'
import { sayDay } from '../../../shared/words/day.ts'

/** The labels of one batch: exactly how they will look, and the button that prints them. */
export function BatchLabels({ batchId }: { readonly batchId: number }) {
  const batch = useAnswer('batches', 'get', { batchId })
  const printers = useAnswer('labels', 'printers', {})
  const jobs = useAnswer('labels', 'jobs', {})
  const [chosen, setChosen] = useState<number>()
  return (
    <Answered page answer={batch}>
      {({ lots, lotNumber, product, madeOn, state, onHand }) => (
        <Page
          title={say('Labels of {lotNumber}', { lotNumber })}
          under={said('{product}, made {day}. {link}', {
            product,
            day: sayDay(madeOn),
            link: <Link href={`/batch/${batchId}`}>{say('Back to the batch')}</Link>,
          })}
          actions={
            <>
              {onHand > 0 ? (
                <LinkButton to={`/cards/batchCases/${batchId}`} variant="default">
                  {say('Case labels')}
                </LinkButton>
              ) : null}
              <LinkButton to="/designs" variant="default">
                {say('Designs')}
              </LinkButton>
              <LinkButton to="/printers" variant="default">
                {say('Printers')}
              </LinkButton>
            </>
          }
        >
          {state === 'void' ? (
            <Empty title={say('This batch was taken back')}>
              {say('There are no units of it to label. Its number stays its own.')}
            </Empty>
          ) : (
            <>
              {lots.length > 1 ? (
                <NativeSelect
                  label={say('Pack')}
                  mb="md"
                  w="16rem"
                  value={String(chosen ?? lots[0]?.lotId)}
                  onChange={(event) => setChosen(Number(event.currentTarget.value))}
                  data={lots.map((lot) => ({ value: String(lot.lotId), label: `${packWord(lot)} ${lot.serials}` }))}
                />
              ) : null}
              <Answered answer={printers} lines={10}>
                {(known) => (
                  <Answered answer={jobs} lines={10}>
                    {([newest]) => (
                      <LabelDesk
                        // The first printer that is added is chosen at once.
                        key={`${known.length === 0 ? 'none' : 'some'} ${chosen}`}
                        lot={labelledLot({ batchId, lotNumber }, lots.find((lot) => lot.lotId === chosen) ?? lots[0])}
                        printers={known}
                        usual={known.find((printer) => printer.name === newest?.printer) ?? known[0]}
                      />
                    )}
                  </Answered>
                )}
              </Answered>
            </>
          )}
          {lots.length === 0 ? null : (
            <AsPrinted
              key={chosen}
              lot={labelledLot({ batchId, lotNumber }, lots.find((lot) => lot.lotId === chosen) ?? lots[0])}
            />
          )}
          <Card title={say('On their way')}>
            <PrintQueue />
          </Card>
        </Page>
      )}
    </Answered>
  )
}
