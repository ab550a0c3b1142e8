import { useEffect, useRef, useState } from 'react'
import type { z } from '../../../shared/api/zod.ts'
import type { BatchInput } from '../../../shared/api/batches.ts'
import { api, errorBody } from '../../api/door.ts'
import { useScan } from '../../app/scan.ts'
import type { CommandForm } from '../../forms/useCommandForm.ts'
import { addLot, type BatchValues, placeLot, type ScannedLot, type UseValues } from './batchRows.ts'
import { OFFER_KEY, type ScanOutcome } from './ScanStrip.tsx'

interface RowScanOptions {
  readonly command: CommandForm<BatchValues, z.output<typeof BatchInput>>
  readonly madeOn: string
  /** Writes changed rows, and brings the focus to one. */
  readonly onRows: (rows: UseValues[], focusAt: number | null) => void
}

/** Scans on the batch page: each goes to the row of its ingredient, or says why not and what one key does about it. */
export function useRowScan({ command, madeOn, onRows }: RowScanOptions) {
  const [outcome, setOutcome] = useState<ScanOutcome | null>(null)
  const [names, setNames] = useState<ReadonlyMap<number, string>>(new Map())
  const offer = useRef<ScanOutcome['offer']>(undefined)
  useEffect(() => {
    offer.current = outcome?.offer
  })

  async function take(code: string): Promise<void> {
    try {
      const found = await api.batches.scan({ code, madeOn })
      const rows = command.form.getValues('uses')
      // Where several lots have the code, the one of an ingredient of this batch is meant.
      const lot = found.find(({ itemId }) => rows.some((row) => row.itemId === itemId)) ?? found[0]
      if (lot) show(lot)
      else setOutcome({ tone: 'warn', text: `Nothing in the pantry carries the code ${code}. ${HOW_TO_ADD}` })
    } catch (error) {
      setOutcome({ tone: 'warn', text: errorBody(error).message })
    }
  }

  function show(lot: ScannedLot): void {
    setNames((now) => new Map([...now, [lot.lotId, `${lot.lot} · ${lot.onHand} left`]]))
    const text = `${lot.ingredient} from ${lot.lot}`
    const isUsed = command.form.getValues('uses').some((row) => row.itemId === lot.itemId)
    if (lot.problemKind === null) {
      if (isUsed) place(lot, {})
      else setOutcome({ ...refused(`${text} is not in this batch.`), offer: offering('Add it', () => place(lot, {})) })
      return
    }
    const because = refused(`${text} is ${lot.problem ?? ''}.`)
    const { problemKind } = lot
    if (problemKind === 'empty')
      setOutcome({ ...because, offer: offering('There was more in it', () => place(lot, { moreThanRecorded: true })) })
    else if (problemKind === 'later') setOutcome(because)
    else {
      const askReason = {
        text: 'Why it may be used',
        accept: (reason: string) => place(lot, { override: { problem: problemKind, reason } }),
      }
      setOutcome({ ...because, offer: offering('Use it with a reason', () => setOutcome({ ...because, askReason })) })
    }
  }

  function place(lot: ScannedLot, more: Pick<UseValues, 'moreThanRecorded' | 'override'>): void {
    const rows = command.form.getValues('uses')
    const { rows: next, at, did } = placeLot(rows, lot, more) ?? addLot(rows, lot, more)
    onRows(next, did === 'added' ? at : null)
    const text = `${lot.ingredient} from ${lot.lot}`
    const said = {
      confirmed: `${text} is confirmed.`,
      swapped: `${text} is in row ${at + 1}.`,
      added: `${text} is added. Type how much.`,
    }
    setOutcome({ tone: 'good', text: said[did] })
  }

  useScan((code) => {
    void take(code)
    return true
  })
  useOfferKey(() => offer.current?.accept)

  return { outcome, names, clear: () => setOutcome(null) }
}

const HOW_TO_ADD = 'Type the bag in its row: its supplier and what it holds.'

function refused(text: string): ScanOutcome {
  return { tone: 'warn', text }
}

function offering(text: string, accept: () => void) {
  return { text, accept }
}

function useOfferKey(accepting: () => (() => void) | undefined): void {
  const latest = useRef(accepting)
  useEffect(() => {
    latest.current = accepting
  })
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (event.key !== OFFER_KEY || event.defaultPrevented) return
      const accept = latest.current()
      if (!accept) return
      event.preventDefault()
      accept()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
