import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { sayDay } from '../../../shared/words/day.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { useScan } from '../../app/scan.ts'
import { useCommand } from '../../api/useCommand.ts'
import { Dim } from '../../ui/Table.tsx'
import { toastDone, toastError } from '../../ui/toast.ts'
import type { Complaint } from './complaint.ts'
import styles from './Complaints.module.css'
import { say } from '../../../shared/words/say.ts'

interface FindJarProps {
  readonly complaint: Complaint
  readonly onClose: () => void
}

/** As much as a search takes. */
const LONGEST = 200

/** Finds the batch by any scrap of its code, or by product, place and day: three at most of the latter. */
export function FindJar({ complaint, onClose }: FindJarProps) {
  const [text, setText] = useState(complaint.batchId === null ? complaint.what.slice(0, LONGEST) : '')
  const isAsked = text.trim() !== ''
  const coded = useAnswer('trace', 'find', { text }, { enabled: isAsked, keepLast: true })
  const described = useAnswer('complaints', 'shortlist', { text }, { enabled: isAsked, keepLast: true })
  const { run, busy } = useCommand('complaints', 'link')

  // The jar that somebody brought back is scanned here.
  useScan((code) => {
    setText(code)
    return true
  })

  async function link(batchId: number, serial: number | null): Promise<void> {
    try {
      await run({ complaintId: complaint.id, batchId, serial })
      toastDone(say('The complaint is linked to it.'))
      onClose()
    } catch (error) {
      toastError(error)
    }
  }

  const exact = (coded.data ?? []).flatMap((row) =>
    row.node.kind === 'batch' && (row.kind === 'batch' || row.kind === 'unit')
      ? [{ batchId: row.node.id, serial: row.serial, name: row.label, about: row.detail }]
      : [],
  )
  const found = exact.length > 0 ? exact.slice(0, 3) : (described.data ?? []).map((row) => ({ batchId: row.batchId, serial: null, name: row.lotNumber, about: say('{product}, made {day}', { product: row.product, day: sayDay(row.madeOn) }) })) // prettier-ignore
  return (
    <>
      <TextInput
        label={say('Any part of the code; or what it is, where it was bought and when')}
        placeholder={say('strawberry jam, Saturday market, last week')}
        value={text}
        maxLength={LONGEST}
        onChange={(event) => setText(event.currentTarget.value)}
        autoComplete="off"
      />
      {isAsked && found.length === 0 && !coded.isFetching && !described.isFetching ? (
        <p>
          <Dim>{say('Nothing fits yet. Name the product and the place, or the day.')}</Dim>
        </p>
      ) : null}
      <ul className={styles['found']} aria-label={say('Jars it may be')}>
        {isAsked
          ? found.map((row) => (
              <li key={`${row.batchId} ${row.serial}`}>
                <span>
                  <strong>{row.name}</strong> <Dim>{row.about}</Dim>
                </span>
                <Button variant="default" loading={busy} onClick={() => void link(row.batchId, row.serial)}>
                  {say('It is this one')}
                </Button>
              </li>
            ))
          : null}
      </ul>
    </>
  )
}
