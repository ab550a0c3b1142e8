import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { Card, Empty, Page } from '../../ui/Page.tsx'
import { Dim, Table } from '../../ui/Table.tsx'
import { dayOr } from '../../ui/words.ts'
import { CardButton } from '../cards/CardButton.tsx'
import { EquipmentForm, type EquipmentRow } from './EquipmentForm.tsx'
import { EquipmentLog } from './EquipmentLog.tsx'
import { LogForm } from './LogForm.tsx'
import styles from './Equipment.module.css'
import { say } from '../../../shared/words/say.ts'

type Doing = { readonly what: 'change' | 'clean' | 'calibrate' | 'log'; readonly item: EquipmentRow | null }

/** Kettles, tools and instruments: what is due, and when each was cleaned and calibrated. */
export function Equipment({ scanned }: { readonly scanned: number | null }) {
  const equipment = useAnswer('crew', 'equipment', {})
  const state = useAnswer('system', 'state', {})
  const [doing, setDoing] = useState<Doing>()
  const close = () => setDoing(undefined)
  const today = state.data?.today ?? ''
  const add = <Button onClick={() => setDoing({ what: 'change', item: null })}>{say('Add equipment')}</Button>
  return (
    <Page
      title={say('Equipment and cleaning')}
      under={say(
        'Tick it on a batch, or scan its card: a recall can then ask what was made in one kettle since it was cleaned.',
      )}
      actions={doing ? null : add}
    >
      {doing ? (
        <Card key={`${doing.what} ${doing.item?.id ?? 0}`}>
          {doing.what === 'change' ? <EquipmentForm item={doing.item} onClose={close} /> : null}
          {doing.item && (doing.what === 'clean' || doing.what === 'calibrate') ? (
            <LogForm what={doing.what} item={doing.item} today={today} onClose={close} />
          ) : null}
          {doing.item && doing.what === 'log' ? <EquipmentLog item={doing.item} onClose={close} /> : null}
        </Card>
      ) : null}
      <Answered answer={equipment}>
        {(rows) =>
          rows.length === 0 ? (
            doing ? null : (
              <Empty title={say('No equipment yet')} action={add}>
                {say(
                  'A kettle, a mixer, a pH meter: whatever a batch could be asked about one day, or must be cleaned or calibrated by a plan.',
                )}
              </Empty>
            )
          ) : (
            <Card
              aside={scanned === null ? null : <Link href="/equipment">{say('Show all')}</Link>}
              title={scanned === null ? undefined : say('Scanned')}
            >
              <Table
                label={say('Equipment')}
                rows={scanned === null ? rows : rows.filter(({ id }) => id === scanned)}
                keyOf={(item) => item.id}
                columns={[
                  {
                    head: say('Name'),
                    names: true,
                    sort: (item) => item.name,
                    cell: (item) => (
                      <>
                        <Link href={`/trace/equipment/${item.id}`}>{item.name}</Link>
                        <span className={styles['day']}>
                          <Dim>{item.active ? item.card : say('{card}, not used any more', { card: item.card })}</Dim>
                        </span>
                      </>
                    ),
                  },
                  {
                    head: say('Cleaned'),
                    cell: (item) => <Done last={item.lastCleaned} due={item.cleanDue} today={today} />,
                  },
                  {
                    head: say('Calibrated'),
                    cell: (item) =>
                      item.kind === 'instrument' ? (
                        <Done last={item.lastCalibrated} due={item.calibrationDue} today={today} />
                      ) : null,
                  },
                  { head: say('Batches'), number: true, cell: (item) => item.batches },
                  {
                    head: say('Do'),
                    cell: (item) => (
                      <div className={styles['actions']}>
                        <span>
                          <Act name={say('Cleaned')} of={item.name} onClick={() => setDoing({ what: 'clean', item })} />
                          {item.kind === 'instrument' ? (
                            <Act
                              name={say('Calibrated')}
                              of={item.name}
                              onClick={() => setDoing({ what: 'calibrate', item })}
                            />
                          ) : null}
                        </span>
                        <span>
                          <Act name={say('Log')} of={item.name} onClick={() => setDoing({ what: 'log', item })} />
                          <CardButton kind="equipment" id={item.id} of={item.name}>
                            {say('Card')}
                          </CardButton>
                          <Act name={say('Change')} of={item.name} onClick={() => setDoing({ what: 'change', item })} />
                        </span>
                      </div>
                    ),
                  },
                ]}
              />
            </Card>
          )
        }
      </Answered>
    </Page>
  )
}

function Act({ name, of, onClick }: { readonly name: string; readonly of: string; readonly onClick: () => void }) {
  return (
    <Button variant="default" aria-label={`${name}: ${of}`} onClick={onClick}>
      {name}
    </Button>
  )
}

interface DoneProps {
  readonly last: string | null
  readonly due: string | null
  readonly today: string
}

function Done({ last, due, today }: DoneProps) {
  return (
    <>
      <span className={styles['day']}>{dayOr(last, say('not yet'))}</span>
      {due === null ? null : due <= today ? (
        <Mark tone="warn">{say('due')}</Mark>
      ) : (
        <span className={styles['day']}>
          <Dim>{say('again by {day}', { day: dayOr(due, '') })}</Dim>
        </span>
      )}
    </>
  )
}
