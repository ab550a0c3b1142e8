/** A printer of this computer's own print system: transport only, what it calls done proves nothing. */
export interface PrintQueue {
  /** Why no job may be given to it as it stands; null where it takes them. */
  refusal(): Promise<string | null>
  /** Hands bytes over as one job. @returns the job's name, or why there is none and whether some may print all the same */
  hand(bytes: Uint8Array, as: HandedAs): Promise<{ readonly job: string } | HandingProblem>
  /**
   * Where a job is: still there, gone from the queue, ended before it was whole, or held up by an error, after which the
   * queue would print it again.
   */
  where(job: string): Promise<'there' | 'gone' | 'ended' | 'held up'>
  /** Takes a job out of the queue. */
  cancel(job: string): Promise<void>
}

interface HandingProblem {
  readonly problem: string
  readonly begun: boolean
}

/** How a job is handed over. */
export interface HandedAs {
  readonly title: string
  /** Pages for the queue's driver, of exactly this size; null for bytes that go as they are, past every filter. */
  readonly pages: { readonly widthPt: number; readonly heightPt: number; readonly dpi: number } | 'sheets' | null
}

/** One of this computer's printers, as a person chooses it. */
export interface ListedQueue {
  readonly name: string
  /** Its state, as the system says it. */
  readonly about: string
}
