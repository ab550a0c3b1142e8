import type { SendOut } from './sendValues.ts'
import { say } from '../../../shared/words/say.ts'

type Purpose = SendOut['purpose']

interface Words {
  /** In the list of what units leave for. */
  readonly choice: string
  /** Of what left, in the list of shipments. */
  readonly past: string
  /** What is said once it is done. */
  readonly done: (units: string, place: string) => string
}

const sentTo = (units: string, place: string) => say('Sent {units} to {place}.', { units, place })

/** What units leave for, in words. */
export const purposeWords: Readonly<Record<Purpose, Words>> = {
  sale: { choice: 'To sell', past: 'Sold', done: sentTo },
  gift: {
    choice: 'As a gift',
    past: 'Gift',
    done: (units, place) => say('Gave {units} to {place}.', { units, place }),
  },
  sample: {
    choice: 'As a sample',
    past: 'Sample',
    done: (units, place) =>
      place ? say('Sent samples, {units}, to {place}.', { units, place }) : say('Took {units} as samples.', { units }),
  },
  exchange: { choice: 'In exchange', past: 'Exchange', done: sentTo },
  'own use': {
    choice: 'For our own use',
    past: 'Own use',
    done: (units) => say('Took {units} for own use.', { units }),
  },
  destroyed: {
    choice: 'To be destroyed',
    past: 'Destroyed',
    done: (units) => say('Recorded {units} as destroyed.', { units }),
  },
}
