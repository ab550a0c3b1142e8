import { Link } from 'wouter'
import { Dim } from '../../ui/Table.tsx'
import { say } from '../../../shared/words/say.ts'

interface NoContactProps {
  readonly placeId: number
  readonly place: string
  readonly isPublic: boolean
}

/** Said in place of whom to call: the public is reached by a notice; of any other place it can be written down now. */
export function NoContact({ placeId, place, isPublic }: NoContactProps) {
  if (isPublic) return <Dim>{say('the public: a notice at the stall, a poster, the press')}</Dim>
  return (
    <Link href={`/place/${placeId}`}>{say('Nobody wrote down whom to call at {place}: write it down', { place })}</Link>
  )
}
