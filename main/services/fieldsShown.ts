import { type JobContent, templateOf } from '../print/labelJob.ts'

/** Which fields the labels of a job show. */
export function fieldsShown(content: JobContent): ReadonlySet<string> {
  return new Set(
    templateOf(content, content.longestSerial).elements.flatMap((element) =>
      element.kind === 'text' ? [element.field] : [],
    ),
  )
}
