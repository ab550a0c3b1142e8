/** `98.4 %`, also beyond 100; a dash where there was nothing to find. */
export function percent(share: number | null): string {
  return share === null ? '–' : `${Math.round(share * 10) / 10} %`
}
