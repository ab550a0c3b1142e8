import { say } from '../../../shared/words/say.ts'
/** The reason that a hold carries: the notice, as long as a reason can be. */
export function holdReason(notice: string): string {
  return say('Recall: {notice}', { notice }).slice(0, 200)
}
