/** Told to every window after something is committed, so that it asks again. */
export interface Notice {
  /** Operations whose commit changed the record, for example `batches.record`. */
  readonly changed: readonly string[]
}
