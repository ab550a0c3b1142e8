/** A product of the demo kitchen. */
export interface YearProduct {
  readonly name: string
  readonly code: string
  readonly unit: string
  readonly net: string
  readonly cents: number
  readonly keeps: number
  /** What one recipe should make. */
  readonly makes: number
  readonly lines: Readonly<Record<string, string>>
  readonly with: readonly string[]
  /** How often it is made from January to December, compared with the others. */
  readonly months: string
  /** What is measured of each batch. */
  readonly acid?: true
  /** What goes wrong with single units of it. */
  readonly fault: 'broken' | 'did not seal' | 'overcooked' | 'wrong weight'
}

const kettle = ['Copper kettle']
const mixer = ['Stand mixer', 'Deck oven']
const jam = { unit: 'jar', net: '8 oz', keeps: 540, with: kettle, fault: 'did not seal' } as const

/** What the kitchen makes: jams by the season, pickles and sauce in late summer, baking all year. */
export const products: readonly YearProduct[] = [
  {
    ...jam,
    name: 'Strawberry jam',
    code: 'SJ',
    cents: 850,
    makes: 36,
    lines: { Strawberries: '8 lb', Sugar: '4 lb', Pectin: '2 oz', 'Lemon juice': '1 oz' },
    months: '000027930000',
  },
  {
    ...jam,
    name: 'Raspberry jam',
    code: 'RJ',
    cents: 950,
    makes: 28,
    lines: { Raspberries: '6 lb', Sugar: '4 lb', 'Lemon juice': '1 oz' },
    months: '000000660000',
  },
  {
    ...jam,
    name: 'Blueberry jam',
    code: 'BJ',
    cents: 900,
    makes: 36,
    lines: { Blueberries: '8 lb', Sugar: '4 lb', Pectin: '1 1/2 oz', 'Lemon juice': '2 oz' },
    months: '000000573000',
  },
  {
    ...jam,
    name: 'Rhubarb preserve',
    code: 'RP',
    cents: 850,
    makes: 24,
    lines: { Rhubarb: '6 lb', Sugar: '4 lb', 'Lemon juice': '1 oz' },
    months: '000376000000',
  },
  {
    ...jam,
    name: 'Peach butter',
    code: 'PB',
    cents: 950,
    makes: 30,
    lines: { Peaches: '12 lb', Sugar: '3 lb', 'Lemon juice': '2 oz', Cinnamon: '1/2 oz' },
    months: '000000174000',
  },
  {
    ...jam,
    name: 'Apple butter',
    code: 'AB',
    cents: 850,
    makes: 40,
    lines: { Apples: '16 lb', Sugar: '3 lb', Cinnamon: '1 oz' },
    months: '200000004774',
  },
  {
    ...jam,
    name: 'Orange marmalade',
    code: 'OM',
    cents: 900,
    makes: 36,
    lines: { Oranges: '12 lb', Sugar: '8 lb', 'Lemon juice': '2 oz' },
    months: '687300000002',
  },
  {
    name: 'Dill pickles',
    code: 'DP',
    unit: 'jar',
    net: '16 fl oz',
    cents: 800,
    keeps: 540,
    makes: 24,
    lines: { Cucumbers: '10 lb', Vinegar: '2 qt', Salt: '6 oz', Dill: '8 oz', Garlic: '4 oz', 'Mustard seed': '1 oz' },
    with: ['Stock pot'],
    months: '000000586000',
    acid: true,
    fault: 'did not seal',
  },
  {
    name: 'Hot sauce',
    code: 'HS',
    unit: 'bottle',
    net: '5 fl oz',
    cents: 750,
    keeps: 365,
    makes: 36,
    lines: { 'Red peppers': '6 lb', Vinegar: '2 qt', Garlic: '8 oz', Salt: '3 oz' },
    with: ['Stock pot'],
    months: '222110023543',
    acid: true,
    fault: 'broken',
  },
  {
    name: 'Maple granola',
    code: 'MG',
    unit: 'bag',
    net: '12 oz',
    cents: 1100,
    keeps: 120,
    makes: 24,
    lines: { 'Rolled oats': '10 lb', Almonds: '2 lb', Honey: '2 lb', 'Sunflower oil': '1 pt', Raisins: '2 lb' },
    with: ['Sheet pans'],
    months: '554432223455',
    fault: 'wrong weight',
  },
  {
    name: 'Oatmeal cookies',
    code: 'OC',
    unit: 'pack',
    net: '9 oz',
    cents: 750,
    keeps: 30,
    makes: 30,
    lines: { 'Rolled oats': '4 lb', Flour: '3 lb', Butter: '4 lb', Sugar: '4 lb', Eggs: '12 each', Raisins: '1 lb' },
    with: mixer,
    months: '554443333456',
    fault: 'broken',
  },
  {
    name: 'Strawberry thumbprints',
    code: 'ST',
    unit: 'pack',
    net: '8 oz',
    cents: 850,
    keeps: 30,
    makes: 28,
    lines: { Flour: '5 lb', Butter: '4 lb', Sugar: '2 lb', Eggs: '6 each', 'Strawberry jam': '4 jar' },
    with: mixer,
    months: '433322233457',
    fault: 'overcooked',
  },
]

export const equipment = [
  { name: 'Copper kettle', kind: 'equipment', clean: 30 },
  { name: 'Stock pot', kind: 'equipment', clean: 30 },
  { name: 'Stand mixer', kind: 'equipment', clean: 30 },
  { name: 'Sheet pans', kind: 'equipment', clean: 30 },
  { name: 'Deck oven', kind: 'equipment', clean: null },
  { name: 'pH meter', kind: 'instrument', clean: null },
  { name: 'Scale', kind: 'instrument', clean: null },
] as const

export const people = ['Ana', 'Ben', 'Ruby'] as const

/** Where the kitchen’s goods go. */
export const places = {
  market: {
    name: 'Saturday farmers market',
    kind: 'market',
    contact: 'Market manager',
    phone: '(802) 555-0180',
    email: 'manager@saturdaymarket.example',
  },
  coop: {
    name: 'Good Earth Co-op',
    kind: 'store',
    contact: 'Dana Ruiz',
    phone: '(802) 555-0171',
    email: 'dana@goodearth.example',
  },
  store: {
    name: 'Hillside General Store',
    kind: 'store',
    contact: 'Pat Lowell',
    phone: '(802) 555-0175',
    email: '',
  },
  cafe: {
    name: 'Lantern Café',
    kind: 'store',
    contact: 'Imani',
    phone: '(802) 555-0177',
    email: 'kitchen@lanterncafe.example',
  },
  online: {
    name: 'Online orders',
    kind: 'online',
    contact: 'the web shop',
    phone: '',
    email: 'shop@maplehill.example',
  },
  shelf: { name: 'Community food shelf', kind: 'donation', contact: 'Front desk', phone: '(802) 555-0190', email: '' },
} as const
