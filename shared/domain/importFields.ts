/** What a table of a spreadsheet can hold. In the order in which they are imported: what others lean on comes first. */
export const importKinds = [
  'suppliers',
  'places',
  'ingredients',
  'products',
  'purchases',
  'batches',
  'sales',
  'returns',
  'changes',
] as const
export type ImportKind = (typeof importKinds)[number]

/** One column that a table of a kind can have. */
export interface ImportField {
  readonly key: string
  /** The head in templates and exports, and how the screen calls it. */
  readonly head: string
  /** A row without it cannot be imported. */
  readonly needed?: boolean
  /** What it holds decides how it is read, and how a column is recognised by its values. */
  readonly reads: 'text' | 'day' | 'quantity' | 'unit' | 'number' | 'money'
  /** Further heads it is known by, in lower case; the ones people use, and those of shops. */
  readonly known: readonly string[]
  /** What a template shows as an example. */
  readonly example: string
}

function field(
  key: string,
  head: string,
  reads: ImportField['reads'],
  example: string,
  known: string,
  needed = false,
): ImportField {
  const names = known
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
  return { key, head, reads, example, known: names, ...(needed ? { needed } : {}) }
}

const contactFields = [
  field('contact', 'Contact', 'text', 'Dana Ruiz', 'contact name, contact person, ask for, attn'),
  field('phone', 'Phone', 'text', '(802) 555-0171', 'telephone, tel, mobile, cell, phone number'),
  field('email', 'E-mail', 'text', 'dana@coop.example', 'email, mail, email address'),
  field('address', 'Address', 'text', '12 Orchard Lane, Brattleboro, VT 05301', 'street, addr, location'),
  field('note', 'Note', 'text', '', 'notes, comment, comments, remarks, memo'),
]
const note = field('note', 'Note', 'text', '', 'notes, comment, comments, remarks, remark, memo, buyer, details')
const unit = field('unit', 'Unit', 'unit', 'lb', 'units, uom, measure, unit of measure, u/m')
const bag = field('bag', 'Bag code', 'text', 'L-12', 'bag, bag id, lot id')
/** Whether units are known one by one or follow from a count. */
const basis = field('basis', 'Units are', 'text', '', 'basis')
const held = field('held', 'On hold because', 'text', '', '')
/** The order in which the record was told: what went out and came back before it was used again. */
const entry = field('entry', 'Entry in the record', 'number', '', '')

/** The columns of each kind, in the order of its template. */
export const importFields: Readonly<Record<ImportKind, readonly ImportField[]>> = {
  suppliers: [
    field('name', 'Supplier', 'text', 'Valley Farm', 'supplier name, vendor, vendor name, company, name, store', true),
    ...contactFields,
  ],
  places: [
    field('name', 'Place', 'text', 'Good Earth Co-op', 'place name, customer, customer name, account, client, market, store name, name', true), // prettier-ignore
    field('kind', 'Kind of place', 'text', 'store', 'kind, type, channel, place kind'),
    ...contactFields,
  ],
  ingredients: [
    field('name', 'Ingredient', 'text', 'Strawberries', 'ingredient name, item, material, name', true),
    { ...unit, needed: true },
    field('low', 'Low below', 'text', '10 lb', 'low, reorder at, reorder point, minimum, par, par level'),
    field('conversions', 'Conversions', 'text', '1 flat = 8 lb; 1 cup = 150 g', 'conversion, factors, equals'),
  ],
  products: [
    field('product', 'Product', 'text', 'Strawberry jam', 'product name, recipe, recipe name, name, item', true),
    field('code', 'Code', 'text', 'SJ', 'product code, short code, abbreviation'),
    field('unitWord', 'Sale unit', 'text', 'jar', 'sold as, container, package, unit word, sold by'),
    field('makes', 'One batch makes', 'number', '36', 'yield, batch yield, makes, batch makes, expected yield, batch size, recipe makes'), // prettier-ignore
    field('shelfLife', 'Keeps days', 'number', '365', 'shelf life, shelf life days, keeps, shelf life (days)'),
    field('net', 'Net contents', 'text', '8 oz', 'net weight, net wt, net, size, jar size'),
    field('price', 'Price', 'money', '9.00', 'unit price, retail, retail price'),
    field('pack', 'Further pack', 'text', '', 'pack, pack name, pack size'),
    field('gtin', 'GTIN', 'text', '', 'upc, ean, barcode, bar code'),
    field('ingredient', 'Ingredient', 'text', 'Strawberries', 'ingredients, material, component'),
    field('quantity', 'Quantity', 'quantity', '8 lb', 'qty, amount, weight, how much'),
    unit,
    field('retired', 'No longer made', 'text', '', 'retired, discontinued'),
  ],
  purchases: [
    field('date', 'Bought on', 'day', '2026-03-02', 'date, purchased, purchase date, purchased on, bought, date bought, date purchased, received, date received, received on, delivery date, delivered, day, invoice date, order date'), // prettier-ignore
    field('supplier', 'Supplier', 'text', 'Valley Farm', 'vendor, store, shop, source, from, bought from, bought at, where, where bought, seller, farm, purchased from, supplier name, vendor name'), // prettier-ignore
    field('ingredient', 'Ingredient', 'text', 'Strawberries', 'item, material, what, item name, product, description, article, name, ingredient name, goods', true), // prettier-ignore
    field('quantity', 'Quantity', 'quantity', '14 lb', 'qty, amount, weight, how much, size, pack size, received qty, qty received, quantity received, qty purchased', true), // prettier-ignore
    unit,
    field('supplierLot', 'Supplier’s lot', 'text', '00392/174', 'lot, lot number, lot no, lot #, lot code, supplier lot, vendor lot, batch, batch number, batch code, mfg lot, code'), // prettier-ignore
    field('bestBy', 'Best by', 'day', '2026-03-08', 'best before, bb, bbd, bbe, expiry, expires, expiration, exp, use by, exp date, expiry date, expiration date, best by date, best before date'), // prettier-ignore
    field(
      'cost',
      'Cost',
      'money',
      '56.00',
      'price, total, paid, amount paid, total cost, line total, total price, cost total, $',
    ),
    field('opening', 'Opening stock', 'text', '', 'opening, on hand at start'),
    note,
    bag,
    held,
  ],
  batches: [
    field('number', 'Batch number', 'text', 'SJ-20260304-A', 'batch, batch #, batch no, batch id, batch code, lot, lot number, lot no, lot #, lot code, code, id'), // prettier-ignore
    field('product', 'Product', 'text', 'Strawberry jam', 'recipe, flavor, flavour, what, product name, item, made what, name, recipe name', true), // prettier-ignore
    field('date', 'Made on', 'day', '2026-03-04', 'date, date made, made, production date, produced, produced on, cook date, cooked, cooked on, day, bake date, baked on, prod date, date of production', true), // prettier-ignore
    field('made', 'Made', 'number', '36', 'yield, how many, qty made, quantity made, units made, jars made, jars, bottles, loaves, units, count, output, # made, number made, pieces, # jars, total made, actual yield, no of jars'), // prettier-ignore
    field('discarded', 'Discarded', 'number', '', 'waste, tossed, wasted, failed, broken, rejects, rejected, loss, lost, thrown away, did not seal'), // prettier-ignore
    field('discardReason', 'Why discarded', 'text', '', 'discard reason, reason, why'),
    field('setAside', 'Set aside', 'number', '', 'kept back, kept, retained, samples, kept back, retain'),
    field('pack', 'Further pack', 'text', '', 'pack, pack name, pack size'),
    field('bestBy', 'Best by', 'day', '', 'best before, bb, bbd, expiry, expires, expiration, exp, use by, exp date, expiry date, expiration date'), // prettier-ignore
    field('people', 'Made by', 'text', '', 'by, cook, who, maker, made by whom, operator, staff, initials'),
    note,
    field(
      'ingredient',
      'Ingredient',
      'text',
      'Strawberries',
      'ingredient used, used, material, ingredient name, ingredients',
    ),
    field('quantity', 'Quantity used', 'quantity', '8 lb', 'qty used, amount used, quantity, amount, qty, weight, used qty, weight used, how much'), // prettier-ignore
    unit,
    field(
      'supplier',
      'Supplier',
      'text',
      'Valley Farm',
      'vendor, store, source, from, bought from, bought at, where from',
    ),
    field('purchasedOn', 'Bought on', 'day', '2026-03-02', 'purchased, purchase date, bought, purchased on, date bought, date purchased, received, ingredient date'), // prettier-ignore
    field(
      'supplierLot',
      'Supplier’s lot',
      'text',
      '',
      'ingredient lot, lot used, supplier lot, vendor lot, ing lot, ingredient lot number',
    ),
    field('usedNumber', 'Own batch used', 'text', '', 'batch used, sub batch, from batch'),
    field('usedSerials', 'Unit numbers used', 'text', '', ''),
    field('basis', 'Lot is', 'text', '', 'basis'),
    bag,
    field('serials', 'Unit numbers', 'text', '', ''),
    held,
    entry,
  ],
  sales: [
    field('date', 'Sent on', 'day', '2026-03-07', 'date, sold on, sale date, date sold, ship date, shipped, sent, delivery date, delivered, market date, order date, day, created at, paid at, date shipped, sales date'), // prettier-ignore
    field('place', 'Place', 'text', 'Saturday farmers market', 'customer, to, market, store, where, sold to, buyer, account, client, location, destination, event, ship to, customer name, place name, sold at, outlet, venue'), // prettier-ignore
    field('placeKind', 'Kind of place', 'text', 'market', 'kind, type, channel'),
    field('product', 'Product', 'text', 'Strawberry jam', 'item, flavor, flavour, description, item name, product name, what, lineitem name, title, name'), // prettier-ignore
    field('sku', 'SKU', 'text', '', 'lineitem sku, item sku, product code, variant sku'),
    field('number', 'Batch number', 'text', 'SJ-20260304-A', 'batch, batch #, batch no, lot, lot number, lot no, lot #, lot code, batch code, code'), // prettier-ignore
    field('units', 'Units', 'number', '24', 'qty, quantity, how many, jars, sold, count, number sold, sent, # sold, units sold, qty sold, quantity sold, bottles, loaves, pieces, amount, lineitem quantity, number, no sold, taken', true), // prettier-ignore
    field('serials', 'Unit numbers', 'text', '001–024', 'serials, unit no, jar numbers, serial, numbers'),
    field(
      'price',
      'Price each',
      'money',
      '9.00',
      'price, unit price, each, price per unit, lineitem price, $ each, sale price',
    ),
    field(
      'total',
      'Total',
      'money',
      '',
      'amount paid, revenue, gross sales, sales, total sales, line total, gross, income',
    ),
    field('reference', 'Order or slip', 'text', '', 'reference, order, order number, order no, order #, invoice, invoice number, invoice #, po, po number, order id, ref, transaction id, receipt'), // prettier-ignore
    field('purpose', 'Purpose', 'text', '', 'purpose of sending, reason, sale type, transaction type'),
    note,
    basis,
    field('status', 'Order status', 'text', '', 'financial status, status, order status, event type'),
    field('group', 'Shipment', 'text', '', ''),
    entry,
  ],
  returns: [
    field('date', 'Came back on', 'day', '2026-03-07', 'returned on, return date, date', true),
    field('place', 'Place', 'text', 'Saturday farmers market', 'customer, from, returned from, market', true),
    field('number', 'Batch number', 'text', 'SJ-20260304-A', 'batch, lot, lot number, batch #', true),
    field('pack', 'Further pack', 'text', '', 'pack'),
    field('units', 'Came back', 'number', '4', 'returned, units returned, qty returned, back, brought back', true),
    field('serials', 'Unit numbers', 'text', '', 'serials, jar numbers'),
    field('fate', 'Then', 'text', 'on hand', 'fate, what then'),
    field('reason', 'Why', 'text', '', 'return reason, reason'),
    field('sentOn', 'Sent on', 'day', '', 'of shipment'),
    field('reference', 'Order or slip', 'text', '', 'reference, order'),
    field('cash', 'Cash taken', 'money', '', 'takings, cash'),
    field('marketDay', 'Market day', 'text', '', ''),
    basis,
    field('ofShipment', 'Of shipment', 'text', '', ''),
    field('group', 'Return', 'text', '', ''),
    entry,
  ],
  changes: [
    field('date', 'Day', 'day', '2026-03-20', 'date, counted on, discarded on', true),
    field('what', 'What happened', 'text', 'discarded', '', true),
    field('number', 'Batch number', 'text', 'SJ-20260304-A', 'batch, lot, lot number, batch #'),
    field('pack', 'Further pack', 'text', '', 'pack'),
    field('ingredient', 'Of what', 'text', 'Strawberry jam', 'ingredient, product, item'),
    bag,
    field('units', 'Units', 'number', '2', 'how many'),
    field('quantity', 'Quantity', 'quantity', '', 'how much'),
    field('serials', 'Unit numbers', 'text', '', 'serials, jar numbers'),
    field('reason', 'Why', 'text', 'lid did not hold', 'reason'),
    entry,
  ],
}

/** How each kind is called on screen, in templates and in files. */
export const importKindNames: Readonly<Record<ImportKind, string>> = {
  suppliers: 'Suppliers',
  places: 'Places',
  ingredients: 'Ingredients',
  products: 'Products and recipes',
  purchases: 'Purchases',
  batches: 'Batches and what went in',
  sales: 'Sales and deliveries',
  returns: 'What came back',
  changes: 'Counts and discards',
}
