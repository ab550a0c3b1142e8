/** The little of bwip-js 4.11.4 that Traceberry uses: symbols as modules. Its own types need a browser’s. */
declare module 'bwip-js/generic' {
  interface RawMatrix {
    /** Rows from the top, 1 = dark. */
    readonly pixs: readonly number[]
    readonly pixx: number
    readonly pixy: number
  }

  interface RawBars {
    /** Widths in modules of bar, space, bar … */
    readonly sbs: readonly number[]
  }

  const bwip: {
    /** @throws Error whose message begins with `bwipp.` for text that the symbology cannot hold */
    raw(options: {
      readonly bcid: string
      readonly text: string
      readonly parsefnc?: boolean
      readonly eclevel?: string
    }): readonly (RawMatrix | RawBars)[]
  }
  // oxlint-disable-next-line import/no-default-export
  export default bwip
}
