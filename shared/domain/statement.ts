/** One ingredient of a product, as its list of ingredients needs it. */
export interface StatementPart {
  /** As the label calls it. */
  readonly name: string
  /** How much goes in, in base units of weight; null where nobody has said what it weighs. */
  readonly weight: number | null
  /** What it is made of, as a text that its supplier gives, or as parts of its own. */
  readonly madeOf: string | readonly StatementPart[]
}

export interface StatementOptions {
  /** Names what is at most 2 % last, after “Contains 2% or less of” (21 CFR 101.4(a)(2)). */
  readonly twoPercent: boolean
  /** Leaves water out, where all of it boils off. */
  readonly withoutWater: boolean
}

interface Statement {
  readonly text: string
  /** What could not be put in its place, because nobody has said what it weighs. */
  readonly unweighed: readonly string[]
}

/**
 * The list of ingredients by weight as added, the heaviest first (21 CFR 101.4(a)); what an ingredient is made of
 * stands behind it in brackets, in its own order (101.4(b)(2)). What cannot be weighed comes last and is named.
 */
export function ingredientStatement(parts: readonly StatementPart[], options: StatementOptions): Statement {
  const merged = merge(parts).filter((part) => !(options.withoutWater && isWater(part.name)))
  const weighed = merged.filter((part) => part.weight !== null).toSorted((a, b) => (b.weight ?? 0) - (a.weight ?? 0))
  const unweighed = merged.filter((part) => part.weight === null)
  const total = weighed.reduce((sum, part) => sum + BigInt(part.weight ?? 0), 0n)
  const isSmall = (part: StatementPart) =>
    options.twoPercent && unweighed.length === 0 && BigInt(part.weight ?? 0) * 50n <= total
  const names = weighed.filter((part) => !isSmall(part)).map(show)
  const small = weighed.filter(isSmall).map(show)
  const text = [...names, ...unweighed.map(show)].join(', ')
  const last = small.length === 0 ? '' : `contains 2% or less of ${small.join(', ')}`
  return {
    text: sentence([text, last].filter((each) => each !== '').join(', ')),
    unweighed: [...new Set(unweighedIn(merged))],
  }
}

/** One of a name: what is added in two steps is one ingredient. */
function merge(parts: readonly StatementPart[]): StatementPart[] {
  return [...Map.groupBy(parts, (part) => part.name.toLowerCase()).values()].flatMap((same) => {
    const [first] = same
    if (!first) return []
    const weight = same.some((part) => part.weight === null)
      ? null
      : same.reduce((sum, part) => sum + (part.weight ?? 0), 0)
    return [{ ...first, weight }]
  })
}

function show({ name, madeOf }: StatementPart): string {
  const inside = typeof madeOf === 'string' ? madeOf.trim().replace(/\.$/, '') : listOf(madeOf)
  return inside === '' ? name : `${name} (${inside})`
}

function listOf(parts: readonly StatementPart[]): string {
  const merged = merge(parts)
  const weighed = merged.filter((part) => part.weight !== null).toSorted((a, b) => (b.weight ?? 0) - (a.weight ?? 0))
  return [...weighed, ...merged.filter((part) => part.weight === null)].map(show).join(', ')
}

/** Below the first level only an order among several needs weights. */
function unweighedIn(parts: readonly StatementPart[]): string[] {
  const several = parts.length > 1
  return parts.flatMap((part) => [
    ...(part.weight === null && several ? [part.name] : []),
    ...(typeof part.madeOf === 'string' ? [] : unweighedIn(merge(part.madeOf))),
  ])
}

/** A name that nobody wrote for the label goes on in the list with a small letter, unless it is all capitals. */
export function inList(name: string): string {
  return /^\p{Lu}(?:\p{Ll}|$)/u.test(name) ? name.slice(0, 1).toLowerCase() + name.slice(1) : name
}

function sentence(text: string): string {
  return text === '' ? '' : `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`
}

function isWater(name: string): boolean {
  return /^(?:filtered |purified |tap |spring )?water$/i.test(name.trim())
}
