/** The finished lot whose labels are on the screen. */
export interface LabelledLot {
  readonly lotId: number
  readonly lotNumber: string
  readonly product: string
  readonly made: number
}
