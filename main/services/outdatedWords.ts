import { lotById } from '../db/repos/lots.ts'
import type { Db } from '../db/schema.ts'
import type { JobContent } from '../print/labelJob.ts'
import { allergenProblems } from './labelContent.ts'
import { labelOfLot } from './labelWords.ts'
import { allergenLine, namesAllergens } from './oldLabels.ts'
import { say } from '../../shared/words/say.ts'

/** Why labels of a lot that wait for their printer may not come out any more, as sentences; null where they are right. */
export async function outdatedWords(db: Db, lotId: number, content: JobContent): Promise<string | null> {
  if (!namesAllergens(content)) return null
  const [problem] = await allergenProblems(db, lotId, content)
  if (problem) return problem.message
  const lot = await lotById(db, lotId)
  const words = lot && (await labelOfLot(db, lot))
  return words === undefined || (content.contains ?? '') === allergenLine(words)
    ? null
    : say('The allergens of {lotNumber} are others now than when these labels were queued. Print them again.', {
        lotNumber: content.lotNumber,
      })
}
