import { type Named, namesMeant } from './nameMatch.ts'

/** What the words of a line may mean. Names that nobody knows yet are the person's to confirm. */
export interface LineReading {
  readonly ingredient: Named | { readonly id: null; readonly name: string }
  /** Null where the line names none. */
  readonly supplier: Named | { readonly id: null; readonly name: string } | null
}

export interface KnownNames {
  readonly ingredients: readonly Named[]
  readonly suppliers: readonly Named[]
  /** The ingredient that the line is about, where it stands in a row of that ingredient. */
  readonly ingredient?: Named
  /** Units of this kitchen's own, `flat` or `scoop`. */
  readonly ownUnits?: readonly string[]
}

/** The words of a line that are no other part of it. */
interface Words {
  /** In runs: other parts stand between two runs. */
  readonly runs: readonly (readonly string[])[]
  /** What the quantity counts: it is the ingredient where no other word is (`24 eggs costco`). */
  readonly counted: string | null
  /** A number among the words, part of a name or of nothing. */
  readonly stray: string | null
}

const MOST_READINGS = 6

/** Whether the line may be saved as it is: one meaning, with names that are known. */
export function meansOneThing(readings: readonly LineReading[]): boolean {
  const [first] = readings
  return readings.length === 1 && first !== undefined && !bringsNewName(first)
}

export function bringsNewName({ ingredient, supplier }: LineReading): boolean {
  return ingredient.id === null || (supplier !== null && supplier.id === null)
}

/**
 * Everything the words may mean as an ingredient and a supplier, the likeliest first; where known names are enough, no
 * new one is offered. `unread` is a number that is part of none of them.
 */
export function readNames(
  { runs, counted, stray }: Words,
  known: KnownNames,
): { readonly readings: LineReading[]; readonly unread: string | null } {
  const words = runs.flat()
  const others = runs.map((run) => run.filter((word) => word !== stray)).filter((run) => run.length > 0)
  const attempts: [of: readonly string[], unread: string | null][] = [[words, null]]
  if (stray !== null) attempts.push([others.flat(), stray])
  if (counted !== null && !known.ingredient) attempts.push([[counted, ...others.flat()], stray])
  for (const [of, unread] of attempts) {
    const readings = knownReadings(of, known)
    if (readings.length > 0) return { readings: readings.slice(0, MOST_READINGS), unread }
  }
  // A new name may begin with a number, and none ends with one.
  const isUnread = stray !== null && words.at(-1) === stray
  const readings = isUnread ? newReadings(others, known) : newReadings(runs, known)
  return { readings: readings.slice(0, MOST_READINGS), unread: isUnread ? stray : null }
}

/** Every way to read the words as names that are known: an ingredient, then a supplier, or the other way round. */
function knownReadings(words: readonly string[], known: KnownNames): LineReading[] {
  const readings = new Map<string, LineReading>()
  const add = (ingredients: readonly Named[], suppliers: readonly (Named | null)[]) => {
    for (const ingredient of ingredients)
      for (const supplier of suppliers) readings.set(`${ingredient.id} ${supplier?.id ?? 0}`, { ingredient, supplier })
  }
  const suppliersOf = (part: readonly string[]) => (part.length === 0 ? [null] : meant(part, known.suppliers))
  if (known.ingredient) add([known.ingredient], suppliersOf(words))
  if (readings.size > 0) return [...readings.values()]
  const ingredients = known.ingredient ? [known.ingredient] : known.ingredients
  for (let cut = 0; cut <= words.length; cut += 1) {
    const [before, after] = [words.slice(0, cut), words.slice(cut)]
    add(meant(before, ingredients), suppliersOf(after))
    if (before.length > 0) add(meant(after, ingredients), suppliersOf(before))
  }
  return [...readings.values()]
}

/** Readings that bring a new name: a new supplier of a known ingredient, or a new ingredient. */
function newReadings(runs: readonly (readonly string[])[], known: KnownNames): LineReading[] {
  const words = runs.flat()
  if (words.length === 0) return []
  const readings: LineReading[] = []
  for (let cut = 1; cut < words.length; cut += 1) {
    // What comes from somebody is not “of” them: cream of tartar.
    if (/^of$/i.test(words[cut] ?? '')) continue
    const [before, after] = [words.slice(0, cut), words.slice(cut)]
    const ingredients = known.ingredient ? [known.ingredient] : known.ingredients
    for (const ingredient of meant(before, ingredients)) readings.push({ ingredient, supplier: fresh(after) })
    if (known.ingredient) continue
    for (const supplier of meant(after, known.suppliers)) readings.push({ ingredient: fresh(before), supplier })
    for (const supplier of meant(before, known.suppliers)) readings.push({ ingredient: fresh(after), supplier })
  }
  const [first = [], ...others] = runs
  if (known.ingredient) readings.push({ ingredient: known.ingredient, supplier: fresh(words) })
  else {
    if (others.length > 0) readings.push({ ingredient: fresh(first), supplier: fresh(others.flat()) })
    readings.push({ ingredient: fresh(words), supplier: null })
  }
  const once = new Map(
    readings.toReversed().map((reading) => [`${reading.ingredient.name}\n${reading.supplier?.name ?? ''}`, reading]),
  )
  return [...once.values()].toReversed()
}

const joining = /^(?:of|from|de|del)$/i

/** `8 lb of strawberries from Valley Farm`: words before a name that are none of it, unless a name begins so. */
function meant<N extends Named>(words: readonly string[], names: readonly N[]): N[] {
  if (words.every((word) => joining.test(word))) return []
  const found = namesMeant(words, names)
  return found.length > 0 || !joining.test(words[0] ?? '') ? found : namesMeant(words.slice(1), names)
}

/** Without the words that join it to others; “De Cecco” is a name. */
function fresh(words: readonly string[]) {
  return { id: null, name: words.join(' ').replace(/^(?:[Oo]f|[Ff]rom|de|del) | (?:from|de|del)$/g, '') }
}
