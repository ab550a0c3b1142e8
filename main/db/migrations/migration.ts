/** One step of the schema. Numbered in tens, plain SQL, never edited once released. */
export interface Migration {
  readonly version: number
  readonly name: string
  readonly sql: string
}
