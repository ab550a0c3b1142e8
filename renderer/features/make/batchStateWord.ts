import { say } from '../../../shared/words/say.ts'

/** Whether a batch stands, failed, or was voided, in a word. */
export function batchStateWord(state: 'finished' | 'failed' | 'void'): string {
  return say('{state, select, failed {failed} void {void} other {finished}}', { state })
}
