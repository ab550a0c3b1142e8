import type { Api } from '../api/contract.ts'

/** Lots of the story by the name it gives them. */
type Lots = Readonly<Record<string, number>>

/**
 * Records the golden story through the door, as a person would: a month of strawberry jam and hot sauce in March 2026,
 * with a recalled delivery of strawberries in it. Also the demo kitchen.
 * @param newId makes the request id of each command
 */
export async function recordGoldenStory(api: Api, newId: () => string): Promise<void> {
  await describeKitchen(api, newId)
  const products = await writeRecipes(api, newId)
  const lots = await shop(api, newId)
  const batches = await cook(api, newId, products, lots)
  await sendOut(api, newId, batches)
}

async function describeKitchen(api: Api, newId: () => string): Promise<void> {
  await api.kitchen.save({
    requestId: newId(),
    name: 'Maple Hill Kitchen',
    address: '12 Orchard Lane, Brattleboro, VT 05301',
    phone: '(802) 555-0142',
    email: 'hello@maplehill.example',
    zone: 'America/New_York',
    lotFormat: 'date',
  })
  const places = [
    ['Saturday farmers market', 'market', ''],
    ['Good Earth Co-op', 'store', 'Dana Ruiz, (802) 555-0171'],
    ['Online orders', 'online', 'through the web shop'],
    ['Weekend market', 'market', ''],
  ] as const
  for (const [name, kind, contact] of places) await api.directory.savePlace({ requestId: newId(), name, kind, contact })
  await api.directory.saveSupplier({ requestId: newId(), name: 'Valley Farm', contact: '(802) 555-0118' })
}

async function writeRecipes(api: Api, newId: () => string) {
  const jam = await api.products.save({
    requestId: newId(),
    name: 'Strawberry jam',
    code: 'SJ',
    unit: 'jar',
    shelfLifeDays: 365,
    expectedYield: 36,
    lines: [
      { ingredient: 'Strawberries', quantity: '8 lb' },
      { ingredient: 'Sugar', quantity: '4 lb' },
      { ingredient: 'Pectin', quantity: '2 oz' },
      { ingredient: 'Lemon juice', quantity: '1 oz' },
    ],
  })
  const sauce = await api.products.save({
    requestId: newId(),
    name: 'Hot sauce',
    code: 'HS',
    unit: 'bottle',
    shelfLifeDays: 270,
    expectedYield: 36,
    lines: [
      { ingredient: 'Red peppers', quantity: '6 lb' },
      { ingredient: 'Vinegar', quantity: '2 qt' },
      { ingredient: 'Garlic', quantity: '8 oz' },
      { ingredient: 'Salt', quantity: '3 oz' },
    ],
  })
  return { jam: jam.productId, sauce: sauce.productId }
}

async function shop(api: Api, newId: () => string): Promise<Lots> {
  const lots: Record<string, number> = {}
  const trips = [
    {
      supplier: 'Costco Main St',
      receivedOn: '2026-02-15',
      lines: [
        { name: 'sugar', ingredient: 'Sugar', quantity: '25 lb', costCents: 1899 },
        { name: 'lemon', ingredient: 'Lemon juice', quantity: '32 oz', bestBy: '2026-09-30', costCents: 749 },
        { name: 'salt', ingredient: 'Salt', quantity: '3 lb', costCents: 299 },
        { name: 'vinegar', ingredient: 'Vinegar', quantity: '3 gal', costCents: 1197 },
      ],
    },
    {
      supplier: 'Amazon',
      receivedOn: '2026-02-20',
      lines: [{ name: 'pectin', ingredient: 'Pectin', quantity: '1 lb', supplierLot: 'PKT-99281', costCents: 1450 }],
    },
    {
      supplier: 'Hilltop Growers',
      receivedOn: '2026-02-27',
      lines: [
        { name: 'peppers', ingredient: 'Red peppers', quantity: '20 lb', bestBy: '2026-03-13', costCents: 4200 },
        { name: 'garlic', ingredient: 'Garlic', quantity: '3 lb', costCents: 1500 },
      ],
    },
    {
      supplier: 'Valley Farm',
      receivedOn: '2026-03-02',
      lines: [{ name: 'valley', ingredient: 'Strawberries', quantity: '14 lb', bestBy: '2026-03-08', costCents: 5600 }],
    },
    {
      supplier: 'Sunny Acres',
      receivedOn: '2026-03-09',
      lines: [{ name: 'sunny', ingredient: 'Strawberries', quantity: '8 lb', bestBy: '2026-03-15', costCents: 3360 }],
    },
    {
      // Bought in a hurry: nobody wrote the day down.
      supplier: 'Valley Farm',
      receivedOn: '',
      lines: [{ name: 'undated', ingredient: 'Strawberries', quantity: '8 lb', costCents: 3200 }],
    },
    {
      supplier: 'Sunny Acres',
      receivedOn: '2026-03-18',
      lines: [{ name: 'sunnier', ingredient: 'Strawberries', quantity: '8 lb', bestBy: '2026-03-24', costCents: 3360 }],
    },
    {
      supplier: 'Green Gate Berries',
      receivedOn: '2026-03-25',
      lines: [{ name: 'gate', ingredient: 'Strawberries', quantity: '9 lb', bestBy: '2026-03-31', costCents: 3900 }],
    },
  ]
  for (const { lines, ...trip } of trips) {
    const input = lines.map(({ name: _, ...line }) => line)
    const { lots: received } = await api.pantry.receive({ requestId: newId(), ...trip, lines: input })
    for (const [at, { name }] of lines.entries()) lots[name] = received[at]?.lotId ?? 0
  }
  return lots
}

async function cook(
  api: Api,
  newId: () => string,
  products: { readonly jam: number; readonly sauce: number },
  lots: Lots,
): Promise<Lots> {
  const made: Record<string, number> = {}
  const jams = [
    { madeOn: '2026-03-04', made: 36, berries: 'valley', shares: 1 },
    { madeOn: '2026-03-05', made: 24, berries: 'valley', shares: 2 / 3 },
    { madeOn: '2026-03-10', made: 36, berries: 'sunny', shares: 1 },
    { madeOn: '2026-03-13', made: 36, berries: 'undated', shares: 1, setAside: 1 },
    { madeOn: '2026-03-20', made: 36, berries: 'sunnier', shares: 1, discarded: 2, discardReason: 'did not seal' },
    { madeOn: '2026-03-27', made: 32, berries: 'gate', shares: 1 },
  ]
  const sauces = [
    { madeOn: '2026-03-01', made: 36 },
    { madeOn: '2026-03-04', made: 36 },
    { madeOn: '2026-03-04', made: 30 },
  ]
  for (const batch of jams) {
    const { berries, shares, ...figures } = batch
    await record(products.jam, figures, shares, (ingredient) => (ingredient === 'Strawberries' ? berries : undefined))
  }
  for (const batch of sauces) await record(products.sauce, batch, 1, () => undefined)
  return made

  /** Takes what the batch page proposes, but the berries that the story names. */
  async function record(
    productId: number,
    figures: { madeOn: string; made: number },
    shares: number,
    storyLot: (ingredient: string) => string | undefined,
  ): Promise<void> {
    const { expectedYield } = await api.products.get({ productId })
    const planned = Math.round(expectedYield * shares)
    const proposal = await api.batches.propose({ productId, madeOn: figures.madeOn, planned })
    const uses = proposal.lines.flatMap(({ itemId, ingredient, quantity, uses: proposed }) => {
      const name = storyLot(ingredient)
      if (name !== undefined) return [{ itemId, lotId: lots[name] ?? 0, quantity, basis: 'confirmed' as const }]
      return proposed.map((use) => ({ itemId, lotId: use.lotId, quantity: use.quantity }))
    })
    const recorded = await api.batches.record({ requestId: newId(), productId, ...figures, uses })
    made[recorded.lotNumber] = recorded.lotId
  }
}

async function sendOut(api: Api, newId: () => string, lots: Lots): Promise<void> {
  const shipments = [
    { place: 'Online orders', sentOn: '2026-03-03', reference: 'order #1847', lines: { 'HS-20260301-A': 6 } },
    { place: 'Saturday farmers market', sentOn: '2026-03-07', lines: { 'SJ-20260304-A': 24 } },
    { place: 'Weekend market', sentOn: '2026-03-08', lines: { 'HS-20260301-A': 30 } },
    { place: 'Good Earth Co-op', sentOn: '2026-03-09', lines: { 'SJ-20260304-A': 12, 'SJ-20260305-A': 12 } },
    { place: 'Saturday farmers market', sentOn: '2026-03-14', lines: { 'SJ-20260310-A': 24, 'SJ-20260313-A': 20 } },
    { place: 'Good Earth Co-op', sentOn: '2026-03-23', lines: { 'SJ-20260320-A': 18, 'HS-20260304-A': 12 } },
  ]
  for (const { place, sentOn, reference, lines } of shipments) {
    await api.shipping.send({
      requestId: newId(),
      place,
      sentOn,
      reference: reference ?? '',
      lines: Object.entries(lines).map(([number, units]) => ({ lotId: lots[number] ?? 0, units })),
    })
  }
}
