import type { Api } from '../../shared/api/contract.ts'
import type { Day } from '../../shared/domain/day.ts'
import type { Chance } from '../../shared/testing/seeded.ts'

/** Half past eight in a Vermont summer, in minutes of the UTC day. */
const MORNING = 12 * 60 + 30

/** Minutes between two things that somebody writes down. */
const PACE = 4

/** Who writes the year down: the door, and a clock that goes with the days it tells of. */
export interface Recorder {
  readonly api: Api
  readonly chance: Chance
  /** The day that is being told. */
  readonly day: Day
  /** Goes on to the morning of a day. */
  begin(day: Day): void
  /** A request id for the next thing, a few minutes after the one before. */
  id(): string
}

/** @param setNow puts the core’s clock to a UTC instant */
export function createRecorder(
  api: Api,
  newId: () => string,
  chance: Chance,
  setNow: (instant: string) => void,
): Recorder {
  let day = ''
  let minute = MORNING

  function tick(): void {
    const [hours, minutes] = [Math.floor(minute / 60), minute % 60]
    setNow(`${day}T${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}:00.000Z`)
  }

  return {
    api,
    chance,
    get day() {
      return day
    },
    begin(next) {
      day = next
      minute = MORNING
      tick()
    },
    id() {
      minute += PACE
      tick()
      return newId()
    },
  }
}
