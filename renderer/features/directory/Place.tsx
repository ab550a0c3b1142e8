import { Button } from '@mantine/core'
import { useState } from 'react'
import { countOf } from '../../../shared/words/counted.ts'
import { addDays } from '../../../shared/domain/day.ts'
import { type AnswerOf, api } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Card, Page } from '../../ui/Page.tsx'
import { Dim, Table } from '../../ui/Table.tsx'
import { CardButton } from '../cards/CardButton.tsx'
import { SaveButtons } from '../records/SaveButtons.tsx'
import { ReturnForm } from '../send/ReturnForm.tsx'
import { Shipments } from '../send/Shipments.tsx'
import { kindWords } from './kindWords.ts'
import { PlaceForm } from './PlaceForm.tsx'
import { say, sayWord } from '../../../shared/words/say.ts'

/** One place: how to reach it, what is there, and everything it ever got. */
export function Place({ placeId }: { readonly placeId: number }) {
  const places = useAnswer('directory', 'places', {})
  const state = useAnswer('system', 'state', {})
  return (
    <Answered answer={places} page>
      {(all) => {
        const place = all.find(({ id }) => id === placeId)
        if (!place)
          return (
            <Page
              title={say('There is no such place')}
              actions={<LinkButton to="/directory">{say('Suppliers and places')}</LinkButton>}
            >
              {say('Choose one from the list.')}
            </Page>
          )
        return <Answered answer={state}>{({ today }) => <Known place={place} today={today} />}</Answered>
      }}
    </Answered>
  )
}

interface KnownProps {
  readonly place: AnswerOf<'directory', 'places'>[number]
  readonly today: string
}

function Known({ place, today }: KnownProps) {
  const [changing, setChanging] = useState(false)
  return (
    <Page
      title={place.name}
      under={sayWord(kindWords[place.kind])}
      actions={
        <>
          <Button variant="default" aria-expanded={changing} onClick={() => setChanging(!changing)}>
            {say('Change')}
          </Button>
          <CardButton kind="place" id={place.id}>
            {say('Shelf label')}
          </CardButton>
          <LinkButton to={`/trace/place/${place.id}`} variant="default">
            {say('Trace')}
          </LinkButton>
          <LinkButton to="/send">{say('Send something out')}</LinkButton>
        </>
      }
    >
      <Card title={say('How to reach them')}>
        {changing ? (
          <PlaceForm place={place} onClose={() => setChanging(false)} />
        ) : (
          <Facts
            facts={[
              [say('Ask for'), place.contact || say('not written down')],
              [say('Telephone'), place.phone || say('not written down')],
              [say('E-mail'), place.email || say('not written down')],
              [say('Address'), place.address || say('not written down')],
              ...(place.note ? ([[say('Note'), place.note]] as const) : []),
            ]}
          />
        )}
      </Card>
      <ThereNow place={place} today={today} />
      <LotList place={place} today={today} />
      <Shipments today={today} placeId={place.id} />
    </Page>
  )
}

/** Two years of what went there, lot by lot: what a customer asks for, and what they keep for a recall. */
function LotList({ place, today }: KnownProps) {
  const period = { from: addDays(today, -730), to: today }
  return (
    <Card title={say('Their list of lots')}>
      <p>
        <Dim>
          {say('Every lot that went there in the last two years, with its day, its numbers and what came back.')}
        </Dim>
      </p>
      <SaveButtons
        what={say('the lots that went to {name}', { name: place.name })}
        formats={['pdf', 'xlsx', 'csv']}
        make={async (format) => await api.records.save({ log: 'sales', format, placeId: place.id, ...period })}
      />
    </Card>
  )
}

/** What went there and neither came back nor was taken back; of a market, what was sold there. */
function ThereNow({ place, today }: KnownProps) {
  const there = useAnswer('shipping', 'atPlace', { placeId: place.id })
  const [returning, setReturning] = useState(false)
  const title = place.kind === 'market' ? say('Sold or still out there') : say('There now, as far as recorded')
  return (
    <Card
      title={title}
      aside={
        there.data && there.data.length > 0 && !returning ? (
          <Button variant="default" onClick={() => setReturning(true)}>
            {say('Something came back')}
          </Button>
        ) : null
      }
    >
      {returning ? (
        <ReturnForm placeId={place.id} place={place.name} today={today} onClose={() => setReturning(false)} />
      ) : null}
      <Answered answer={there}>
        {(lines) =>
          lines.length === 0 ? (
            <Dim>{say('Nothing.')}</Dim>
          ) : (
            <Table
              label={title}
              rows={lines}
              keyOf={(line) => line.lotId}
              columns={[
                { head: say('Product'), names: true, sort: (line) => line.product, cell: (line) => line.product },
                { head: say('Lot'), sort: (line) => line.lotNumber, cell: (line) => line.lotNumber },
                {
                  head: say('Units'),
                  number: true,
                  sort: (line) => line.units,
                  cell: (line) => countOf(line.units, line.unit),
                },
                { head: say('Numbers'), cell: (line) => line.serials },
              ]}
            />
          )
        }
      </Answered>
    </Card>
  )
}
