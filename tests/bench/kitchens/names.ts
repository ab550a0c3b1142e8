const fruits =
  'Strawberry Raspberry Blueberry Peach Apricot Plum Cherry Fig Quince Rhubarb Açaí Jalapeño Tomato Onion Apple Pear Elderberry Cranberry Lemon Orange'
const kinds = ['jam', 'sauce'] as const

/** Forty products, each with a code of two letters. */
export const productNames: readonly (readonly [name: string, code: string])[] = kinds.flatMap((kind) =>
  fruits
    .split(' ')
    .map((fruit, at) => [`${fruit} ${kind}`, `${String.fromCharCode(65 + at)}${kind === 'jam' ? 'J' : 'S'}`] as const),
)

/** How many of the products, the first ones, go into others as well. */
export const bases = 5

export const ingredientNames: readonly (readonly [name: string, unit: string])[] = [
  ['Sugar', 'lb'],
  ['Pectin', 'oz'],
  ['Lemon juice', 'fl oz'],
  ['Salt', 'oz'],
  ['Cider vinegar', 'cup'],
  ['Crème fraîche', 'cup'],
  ['Piñon nuts', 'oz'],
  ['Vanilla beans', 'each'],
  ...fruits.split(' ').flatMap((fruit) => [[`${fruit} (fresh)`, 'lb'] as const, [`${fruit} (frozen)`, 'lb'] as const]),
  ...'Clove Cinnamon Ginger Allspice Nutmeg Mustard Pepper Cumin Coriander Thyme Rosemary Basil'
    .split(' ')
    .map((spice) => [spice, 'oz'] as const),
]

const farms = 'Valley Hilltop Riverside Meadow Sunny Stone Maple Cedar Oak Willow Brook Prairie'
/** Twenty-four suppliers. */
export const supplierNames: readonly string[] = farms
  .split(' ')
  .flatMap((farm) => [`${farm} Farm`, `${farm} Wholesale`])

const towns =
  'Asheville Boone Brevard Hendersonville Marshall Sylva Waynesville Weaverville Burnsville Canton Clyde Franklin'
/** A hundred and forty-seven places, the busiest first. */
export const placeNames: readonly (readonly [name: string, kind: string])[] = [
  ['Saturday farmers market', 'market'],
  ['Online orders', 'online'],
  ['Good Earth Co-op', 'store'],
  ...towns.split(' ').map((town) => [`${town} market`, 'market'] as const),
  ...['Co-op', 'Deli', 'Café', 'Bakery', 'Grocery', 'Inn', 'Farm stand', 'Cheese shop', 'Winery', 'Gift shop', 'Hotel']
    .flatMap((shop) => towns.split(' ').map((town) => [`${town} ${shop}`, 'store'] as const))
    .slice(0, 132),
]

export const crews = {
  people: ['Ana Ruiz', 'Ben Okafor', 'Chloé Martin', 'Dana Lee', 'Eli Novak'],
  equipment: ['Kettle 1', 'Kettle 2', 'Kettle 3', 'Steam kettle', 'Canner', 'Filler', 'Oven', 'Mixer', 'Labeler'],
} as const
