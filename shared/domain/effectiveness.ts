/**
 * Levels of effectiveness checks: A all consignees, B some percentage between A and C chosen case by case, C 10 %,
 * D 2 %, E none (21 CFR 7.42(b)(3)).
 */
export const checkLevels = ['A', 'B', 'C', 'D', 'E'] as const
export type CheckLevel = (typeof checkLevels)[number]

/** How many of so many consignees are to be checked. Rounded up, which is ours: the rule says nothing of it. */
export function checksNeeded(level: CheckLevel, consignees: number, percentOfB: number): number {
  switch (level) {
    case 'A':
      return consignees
    case 'B':
      return Math.ceil((consignees * percentOfB) / 100)
    case 'C':
      return Math.ceil(consignees / 10)
    case 'D':
      return Math.ceil(consignees / 50)
    case 'E':
      return 0
  }
}
