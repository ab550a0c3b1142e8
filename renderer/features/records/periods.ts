import { addDays } from '../../../shared/domain/day.ts'
import { say } from '../../../shared/words/say.ts'

export interface Period {
  readonly from: string
  readonly to: string
}

/** The periods people ask for most, as of a day. */
export function periodsAround(today: string): readonly (Period & { readonly name: string })[] {
  const month = `${today.slice(0, 7)}-01`
  const lastOfBefore = addDays(month, -1)
  const year = Number(today.slice(0, 4))
  return [
    { name: say('This month'), from: month, to: today },
    { name: say('Last month'), from: `${lastOfBefore.slice(0, 7)}-01`, to: lastOfBefore },
    { name: say('This year'), from: `${year}-01-01`, to: today },
    { name: say('Last year'), from: `${year - 1}-01-01`, to: `${year - 1}-12-31` },
  ]
}
