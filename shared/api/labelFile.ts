import { LABEL_FILE } from './fileEndings.ts'
import { LabelDesign } from './labelDesign.ts'
import { z } from './zod.ts'
import { say, sayWord } from '../words/say.ts'

/** More than any label with its pictures takes, in characters. */
export const LONGEST_LABEL_FILE = 2_000_000

const FORMAT = 'traceberry-label'
const VERSION = 1

const Envelope = z.looseObject({ format: z.literal(FORMAT), version: z.int().min(1) })
const File = z.strictObject({ format: z.literal(FORMAT), version: z.literal(VERSION), label: LabelDesign })

/** Makes a file of version n one of n + 1; the first brings version 1 to 2. Never edited once released. */
type Step = (file: Readonly<Record<string, unknown>>) => Record<string, unknown>
const steps: readonly Step[] = []

export type ReadLabelFile =
  { readonly ok: true; readonly design: LabelDesign } | { readonly ok: false; readonly message: string }

/** A design as a file that another Traceberry takes. */
export function writeLabelFile(design: LabelDesign): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, label: design }, null, 2)}\n`
}

/** The design in a file of this or an older version, or a sentence that says why there is none. Nothing in it is run. */
export function readLabelFile(text: string): ReadLabelFile {
  if (text.length > LONGEST_LABEL_FILE) return refuse(say('It is too large to be a label.'))
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    return refuse(say('It is no label file, or it is damaged.'))
  }
  const envelope = Envelope.safeParse(parsed)
  if (!envelope.success) return refuse(say('It is no label file, or it is damaged.'))
  if (envelope.data.version > VERSION)
    return refuse(
      say('It was written by a newer Traceberry (version {version} of label files).', {
        version: envelope.data.version,
      }),
    )
  const file = File.safeParse(migrateLabelFile(envelope.data))
  if (file.success) return { ok: true, design: file.data.label }
  const [issue] = file.error.issues
  const at = issue?.path.slice(1).join('.')
  const why = sayWord(issue?.message ?? '')
  return refuse(
    at === undefined || at === ''
      ? say('Its label is not right: {why}', { why })
      : say('Its “{field}” is not right: {why}', { field: at, why }),
  )
}

/** Brings an older file to the newest version, step by step. */
export function migrateLabelFile(
  file: Readonly<Record<string, unknown>> & { readonly version: number },
  by: readonly Step[] = steps,
): Record<string, unknown> {
  return by
    .slice(file.version - 1)
    .reduce<Record<string, unknown>>((older, step, at) => ({ ...step(older), version: file.version + at + 1 }), {
      ...file,
    })
}

function refuse(why: string): { readonly ok: false; readonly message: string } {
  return {
    ok: false,
    message: say('This file was not taken. {why} Choose another file that ends in {ending}.', {
      why,
      ending: LABEL_FILE,
    }),
  }
}
