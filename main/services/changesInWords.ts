import { Changes } from '../../shared/api/corrections.ts'

/** Old and new of a correction, a few words each; nothing where they do not read. */
export function changesInWords(changes: unknown): string {
  const read = Changes.safeParse(changes)
  if (!read.success) return ''
  return read.data
    .map(({ fact, old, new: corrected }) => {
      const now = corrected === null ? 'removed' : `now ${corrected}`
      return `${fact}: ${old === null ? now : `${old}, ${now}`}`
    })
    .join('; ')
}
