import { say, sayWord } from '../words/say.ts'

/**
 * The major food allergens of the United States, the “Big 9” (21 U.S.C. 321(qq); sesame since 2023), with the species
 * that a label must name: which nut, which fish, which crustacean (21 U.S.C. 343(w)(2)). The nuts are the twelve of
 * FDA’s guidance of January 2025 (edition 5), which no longer has coconut, chestnut or shea among them. The list of
 * the EU, on which rye, oats, celery and mustard are, is another one and never used here.
 *
 * An allergen is written as its family, and the species or animal behind a colon: `milk`, `milk:goat`, `nut:almond`,
 * `fish:cod`.
 */
export type AllergenFamily = 'milk' | 'wheat' | 'egg' | 'soy' | 'peanut' | 'sesame' | 'nut' | 'fish' | 'crustacean'

/** In the order in which labels name them. */
export const allergenFamilies = [
  'milk', 'wheat', 'egg', 'soy', 'peanut', 'sesame', 'nut', 'fish', 'crustacean',
] as const satisfies readonly AllergenFamily[] // prettier-ignore

const plainNames: Readonly<Partial<Record<AllergenFamily, string>>> = {
  milk: 'Milk',
  wheat: 'Wheat',
  egg: 'Egg',
  soy: 'Soy',
  peanut: 'Peanuts',
  sesame: 'Sesame',
}

/** The families that a label never names by themselves. */
const groupNames = { nut: 'Nut', fish: 'Fish', crustacean: 'Crustacean' } as const

/** The twelve nuts, as labels name them. */
const nuts: Readonly<Record<string, string>> = {
  almond: 'Almonds',
  'black walnut': 'Black walnuts',
  'brazil nut': 'Brazil nuts',
  'california walnut': 'California walnuts',
  cashew: 'Cashews',
  hazelnut: 'Hazelnuts',
  heartnut: 'Heartnuts',
  macadamia: 'Macadamia nuts',
  pecan: 'Pecans',
  'pine nut': 'Pine nuts',
  pistachio: 'Pistachios',
  walnut: 'Walnuts',
}

/** The other kinds to choose from, as labels name them. */
const kinds = {
  milk: { goat: 'Goat milk', sheep: 'Sheep milk', 'water buffalo': 'Water buffalo milk' },
  egg: { duck: 'Duck egg', goose: 'Goose egg', quail: 'Quail egg' },
  fish: {
    anchovy: 'Anchovy', bass: 'Bass', catfish: 'Catfish', cod: 'Cod', flounder: 'Flounder', haddock: 'Haddock', halibut: 'Halibut', herring: 'Herring', mackerel: 'Mackerel', perch: 'Perch', pollock: 'Pollock', salmon: 'Salmon', sardine: 'Sardine', snapper: 'Snapper', sole: 'Sole', tilapia: 'Tilapia', trout: 'Trout', tuna: 'Tuna',
  },
  crustacean: {
    crab: 'Crab', crayfish: 'Crayfish', krill: 'Krill', lobster: 'Lobster', prawn: 'Prawn', shrimp: 'Shrimp',
  },
} as const // prettier-ignore

/** Species to choose from; fish and crustaceans may be others too, and milk and eggs of other animals. */
export const species: Readonly<Partial<Record<AllergenFamily, readonly string[]>>> = {
  milk: Object.keys(kinds.milk),
  egg: Object.keys(kinds.egg),
  nut: Object.keys(nuts),
  fish: Object.keys(kinds.fish),
  crustacean: Object.keys(kinds.crustacean),
}

/** Molluscs are no crustaceans: they are not among the nine (FDA guidance, edition 5). */
const molluscs = /^(?:oyster|clam|mussel|scallop|squid|octopus|snail|abalone|whelk|cockle|calamari)s?$/

/** @returns a sentence that says what is wrong, or undefined for an allergen that a label can name */
export function allergenProblem(allergen: string): string | undefined {
  const [family = '', kind, ...rest] = allergen.split(':')
  if (!isAllergenFamily(family) || rest.length > 0)
    return say('“{allergen}” is not one of the nine major allergens.', { allergen })
  if (family === 'nut' && (kind === undefined || nuts[kind] === undefined))
    return say(
      'Say which nut it is: a label may not just say tree nuts. Coconut and chestnut are no longer among them.',
    )
  if ((family === 'fish' || family === 'crustacean') && kind === undefined)
    return family === 'fish'
      ? say('Say which fish it is, for example cod.')
      : say('Say which shellfish it is, for example shrimp.')
  const plain = plainNames[family]
  if (kind !== undefined && plain !== undefined && family !== 'milk' && family !== 'egg')
    return say('{allergen} has no kinds to name.', { allergen: sayWord(plain) })
  if (kind !== undefined && !/^[a-z][a-z '-]{1,29}$/.test(kind))
    return say('Name the kind in plain letters, for example cod.')
  if (family === 'crustacean' && kind !== undefined && molluscs.test(kind))
    return say('{kind} is a mollusc and not among the nine major allergens. Name it in the ingredient itself.', {
      kind: capital(kind),
    })
  return undefined
}

/** How a label names an allergen: `Milk`, `Goat milk`, `Almonds`, `Cod`. */
export function allergenName(allergen: string): string {
  const [family = '', kind] = allergen.split(':')
  if (kind === undefined) return namesOfFamilies[family] ?? capital(family)
  if (family === 'nut') return nuts[kind] ?? capital(kind)
  if (family === 'milk' || family === 'egg') return `${capital(kind)} ${family}`
  return capital(kind)
}

const namesOfFamilies: Readonly<Record<string, string>> = { ...plainNames, ...groupNames }

/** How screens name an allergen; labels have `allergenName`, in English. */
export function sayAllergen(allergen: string): string {
  return sayWord(allergenName(allergen))
}

/** How a sentence names an allergen, or a whole family of them: `Milk`, `Almonds`, `any tree nut`. */
export function allergenInWords(allergen: string): string {
  const families: Readonly<Record<string, string>> = {
    nut: 'any tree nut',
    fish: 'any fish',
    crustacean: 'any shellfish',
  }
  return sayWord(families[allergen] ?? allergenName(allergen))
}

/** What a recall can ask for: the nine, and each nut by itself. */
export function allergensToChoose(): string[] {
  return [...allergenFamilies, ...Object.keys(nuts).map((nut) => `nut:${nut}`)]
}

/** Allergens once each, in the order of labels: by family, then by name. */
export function sortAllergens(allergens: Iterable<string>): string[] {
  const place = (allergen: string) => allergenFamilies.findIndex((family) => family === allergen.split(':')[0])
  return [...new Set(allergens)].toSorted(
    (a, b) =>
      place(a) - place(b) || (allergenName(a) < allergenName(b) ? -1 : allergenName(a) > allergenName(b) ? 1 : 0),
  )
}

/** The line of a label, `Contains: Milk, Wheat, Almonds.`, or null where there is nothing to name. */
export function containsLine(allergens: Iterable<string>): string | null {
  return line('Contains', allergens)
}

/** The voluntary line of what may have come in by contact; what is contained for sure is not in it. */
export function mayContainLine(contains: Iterable<string>, mayContain: Iterable<string>): string | null {
  const sure = new Set(contains)
  return line(
    'May contain',
    [...mayContain].filter((allergen) => !sure.has(allergen)),
  )
}

/** What something contains and may contain, and whose facts are missing. */
export interface AllergenFacts {
  readonly contains: readonly string[]
  readonly mayContain: readonly string[]
  /** Ingredients of which nobody has said what is in them. */
  readonly unchecked: readonly string[]
}

export const noAllergens: AllergenFacts = { contains: [], mayContain: [], unchecked: [] }

/** The facts of several things together. */
export function joinFacts(all: Iterable<AllergenFacts>): AllergenFacts {
  const facts = [...all]
  const contains = sortAllergens(facts.flatMap((each) => each.contains))
  const sure = new Set(contains)
  return {
    contains,
    mayContain: sortAllergens(facts.flatMap((each) => each.mayContain).filter((allergen) => !sure.has(allergen))),
    unchecked: [...new Set(facts.flatMap((each) => each.unchecked))].toSorted(),
  }
}

function line(word: string, allergens: Iterable<string>): string | null {
  const names = sortAllergens(allergens).map(allergenName)
  return names.length === 0 ? null : `${word}: ${names.join(', ')}.`
}

export function isAllergenFamily(text: string): text is AllergenFamily {
  return allergenFamilies.some((family) => family === text)
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
