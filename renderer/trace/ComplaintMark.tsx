import { unitNumber } from '../../shared/domain/lotNumber.ts'
import { useAnswer } from '../api/useAnswer.ts'
import { Mark } from '../ui/Mark.tsx'
import { countOf } from '../ui/words.ts'

interface ComplaintMarkProps {
  readonly batchId: number
  /** The unit that is asked about; null for the whole batch. */
  readonly unit: string | null
}

/** That somebody complained about this very unit, or about the batch. */
export function ComplaintMark({ batchId, unit }: ComplaintMarkProps) {
  const complaints = useAnswer('complaints', 'list', { batchId, limit: 200 }).data?.rows ?? []
  if (complaints.length === 0) return null
  const isThisOne = complaints.some(
    ({ lotNumber, serial }) => lotNumber !== null && serial !== null && unitNumber(lotNumber, serial) === unit,
  )
  const tone = complaints.some(({ outcome }) => outcome === null) ? 'warn' : 'plain'
  return (
    <Mark tone={tone}>
      {isThisOne ? 'this one was complained about' : `${countOf(complaints.length, 'complaint')} about the batch`}
    </Mark>
  )
}
