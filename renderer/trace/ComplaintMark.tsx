import { countOf } from '../../shared/words/counted.ts'
import { unitNumber } from '../../shared/domain/lotNumber.ts'
import { useAnswer } from '../api/useAnswer.ts'
import { Mark } from '../ui/Mark.tsx'
import { say } from '../../shared/words/say.ts'

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
      {isThisOne
        ? say('this one was complained about')
        : say('{complaints} about the batch', { complaints: countOf(complaints.length, 'complaint') })}
    </Mark>
  )
}
