import { useEffect, useRef, useState } from 'react'
import type { z } from '../../../shared/api/zod.ts'
import type { BatchInput } from '../../../shared/api/batches.ts'
import { say } from '../../../shared/words/say.ts'
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
      else
        setOutcome(
          refused(
            say(
              'Nothing in the pantry carries the code {code}. Type the bag in its row: its supplier and what it holds.',
              { code },
            ),
          ),
        )
    } catch (error) {
      setOutcome({ tone: 'warn', text: errorBody(error).message })
    }
  }

  function show(lot: ScannedLot): void {
    setNames((now) => new Map([...now, [lot.lotId, say('{lot} · {left} left', { lot: lot.lot, left: lot.onHand })]]))
    const what = { ingredient: lot.ingredient, lot: lot.lot }
    const isUsed = command.form.getValues('uses').some((row) => row.itemId === lot.itemId)
    if (lot.problemKind === null) {
      if (isUsed) place(lot, {})
      else
        setOutcome({
          ...refused(say('{ingredient} from {lot} is not in this batch.', what)),
          offer: offering(say('Add it'), () => place(lot, {})),
        })
      return
    }
    const because = refused(say('{ingredient} from {lot} is {problem}.', { ...what, problem: lot.problem ?? '' }))
    const { problemKind } = lot
    if (problemKind === 'empty')
      setOutcome({
        ...because,
        offer: offering(say('There was more in it'), () => place(lot, { moreThanRecorded: true })),
      })
    else if (problemKind === 'later') setOutcome(because)
    else {
      const askReason = {
        text: say('Why it may be used'),
        accept: (reason: string) => place(lot, { override: { problem: problemKind, reason } }),
      }
      setOutcome({
        ...because,
        offer: offering(say('Use it with a reason'), () => setOutcome({ ...because, askReason })),
      })
    }
  }

  function place(lot: ScannedLot, more: Pick<UseValues, 'moreThanRecorded' | 'override'>): void {
    const rows = command.form.getValues('uses')
    const { rows: next, at, did } = placeLot(rows, lot, more) ?? addLot(rows, lot, more)
    onRows(next, did === 'added' ? at : null)
    const what = { ingredient: lot.ingredient, lot: lot.lot }
    const done = {
      confirmed: say('{ingredient} from {lot} is confirmed.', what),
      swapped: say('{ingredient} from {lot} is in row {row}.', { ...what, row: at + 1 }),
      added: say('{ingredient} from {lot} is added. Type how much.', what),
    }
    setOutcome({ tone: 'good', text: done[did] })
  }

  useScan((code) => {
    void take(code)
    return true
  })
  useOfferKey(() => offer.current?.accept)

  return { outcome, names, clear: () => setOutcome(null) }
}

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
