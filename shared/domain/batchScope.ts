/** What one criterion says of a batch: that it fits and by what, what speaks against it, or which record is missing. */
export type BatchFinding =
  | { readonly fits: string }
  | { readonly against: string }
  /** A whole sentence without its stop. */
  | { readonly missing: string }

/** Every criterion must hold: one fact against clears the batch, one that is missing leaves it open. */
export function fitOf(findings: readonly BatchFinding[]): 'yes' | 'no' | 'unknown' {
  if (findings.some((finding) => 'against' in finding)) return 'no'
  return findings.some((finding) => 'missing' in finding) ? 'unknown' : 'yes'
}

/**
 * Whether a batch was made by someone, or with something.
 * @param names what was recorded; of nothing recorded nobody can tell, since a kitchen writes down all or none
 */
export function judgeNamed(
  names: readonly string[],
  wanted: string,
  { basis, verb, never }: { readonly basis: string; readonly verb: string; readonly never: string },
): BatchFinding {
  if (names.includes(wanted)) return { fits: `${basis}: ${wanted}` }
  return names.length === 0 ? { missing: never } : { against: `${verb} ${names.join(', ')}` }
}
