import { say } from '../../../shared/words/say.ts'
import { api } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { saveFile } from '../../ui/saveFile.ts'
import { toastDone, toastError } from '../../ui/toast.ts'

/** Saves blank sheets as a file to print: as PDF, or as a page where this computer makes no PDF. */
export function useSaveSheets(): (sheetIds: number[]) => Promise<void> {
  const state = useAnswer('system', 'state', {})
  return async (sheetIds) => {
    try {
      const format = state.data?.capabilities.printToPdf === false ? 'html' : 'pdf'
      const file = await api.blankSheets.page({ sheetIds, format })
      saveFile(file)
      toastDone(say('Saved as {file}: open it and print it.', { file: file.name }))
    } catch (error) {
      toastError(error)
    }
  }
}
