/** What a word in the name of an ingredient makes likely; the first that fits counts. Offered, never taken for sure. */
const hints: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\b(?:almond|oat|soy|coconut|rice|cashew) milk\b/, []],
  [/\b(?:peanut|almond|cashew|cocoa|shea|apple|sun) butter\b/, []],
  [
    /\b(?:milk|butter|buttermilk|cream|cheese|yogh?urt|whey|ghee|casein|parmesan|cheddar|mozzarella|ricotta)\b/,
    ['milk'],
  ],
]
const others: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\beggs?\b|\bmayonnaise\b/, ['egg']],
  [/\b(?:wheat|spelt|semolina|durum|farro|kamut|couscous|panko|bread|breadcrumbs|graham)\b/, ['wheat']],
  [/\bflour\b/, ['wheat']],
  [/\b(?:soy|soya|tofu|miso|tamari|edamame|lecithin)\b/, ['soy']],
  [/\bpeanuts?\b/, ['peanut']],
  [/\b(?:sesame|tahini)\b/, ['sesame']],
  [/\balmonds?\b|\bmarzipan\b/, ['nut:almond']],
  [/\bcashews?\b/, ['nut:cashew']],
  [/\b(?:hazelnuts?|filberts?)\b/, ['nut:hazelnut']],
  [/\bpecans?\b/, ['nut:pecan']],
  [/\bpistachios?\b/, ['nut:pistachio']],
  [/\bmacadamias?\b/, ['nut:macadamia']],
  [/\bpine ?nuts?\b/, ['nut:pine nut']],
  [/\bblack walnuts?\b/, ['nut:black walnut']],
  [/(?<!black )\bwalnuts?\b/, ['nut:walnut']],
  [/\b(?:anchovy|anchovies)\b|\bworcestershire\b/, ['fish:anchovy']],
  [/\bshrimps?\b/, ['crustacean:shrimp']],
  [/\bprawns?\b/, ['crustacean:prawn']],
  [/\bcrabs?\b/, ['crustacean:crab']],
  [/\blobsters?\b/, ['crustacean:lobster']],
]
const otherFlours =
  /\b(?:rice|corn|oat|rye|almond|coconut|tapioca|potato|chickpea|buckwheat|barley) flour\b|\bbuckwheat\b/

/** Allergens that the name of an ingredient makes likely. */
export function likelyAllergens(ingredient: string): string[] {
  const name = ingredient.toLowerCase()
  const milk = hints.find(([word]) => word.test(name))?.[1] ?? []
  const found = others.filter(([word]) => word.test(name)).flatMap(([, allergens]) => allergens)
  return [...new Set([...milk, ...found])].filter((allergen) => !(allergen === 'wheat' && otherFlours.test(name)))
}
