/** An ingredient as this kitchen buys it. */
export interface Good {
  readonly name: string
  readonly supplier: string
  /** What one bag, tub or crate holds. */
  readonly pack: string
  /** What it costs at the beginning of the year, and how much more at its end, in percent. */
  readonly cents: number
  readonly dearer?: number
  /** Days it keeps; left out where the bag says no day. */
  readonly keeps?: number
  /** How the supplier’s lots begin; left out where the bag carries none. */
  readonly lot?: string
  readonly contains?: readonly string[]
  readonly madeOf?: string
}

const farm = 'Valley Farm'
const orchard = 'Hilltop Orchard'
const produce = 'Green Gate Produce'
const mill = 'Riverside Mill'
const club = 'Costco Main St'
const wholesale = 'Pantry Wholesale'

/** Everybody the kitchen buys from. */
export const suppliers = [
  { name: farm, contact: 'Ruth Tanner', phone: '(802) 555-0118', address: '240 River Road, Putney, VT 05346' },
  { name: orchard, contact: 'Joe Hill', phone: '(802) 555-0126', email: 'joe@hilltop.example' },
  { name: produce, contact: 'the yard', phone: '(802) 555-0133', address: '8 Depot Street, Bellows Falls, VT 05101' },
  { name: mill, contact: 'Order desk', phone: '(802) 555-0149', email: 'orders@riversidemill.example' },
  { name: club, contact: '', phone: '(802) 555-0150', address: '1 Main Street, Keene, NH 03431' },
  { name: wholesale, contact: 'Marta', phone: '(413) 555-0162', email: 'sales@pantrywholesale.example' },
] as const

export const goods: readonly Good[] = [
  { name: 'Strawberries', supplier: farm, pack: '8 lb', cents: 3200, keeps: 5 },
  { name: 'Raspberries', supplier: farm, pack: '6 lb', cents: 3900, keeps: 4 },
  { name: 'Blueberries', supplier: farm, pack: '8 lb', cents: 3600, keeps: 8 },
  { name: 'Rhubarb', supplier: farm, pack: '6 lb', cents: 1500, keeps: 7 },
  { name: 'Peaches', supplier: orchard, pack: '12 lb', cents: 2640, keeps: 7 },
  { name: 'Apples', supplier: orchard, pack: '16 lb', cents: 2240, keeps: 40 },
  { name: 'Cucumbers', supplier: produce, pack: '10 lb', cents: 1800, keeps: 7 },
  { name: 'Dill', supplier: produce, pack: '8 oz', cents: 700, keeps: 7 },
  { name: 'Red peppers', supplier: produce, pack: '6 lb', cents: 1380, keeps: 10 },
  { name: 'Oranges', supplier: produce, pack: '12 lb', cents: 1920, keeps: 28 },
  { name: 'Garlic', supplier: produce, pack: '3 lb', cents: 1500, keeps: 120 },
  { name: 'Sugar', supplier: club, pack: '25 lb', cents: 1899, dearer: 9, lot: 'L' },
  { name: 'Lemon juice', supplier: club, pack: '32 oz', cents: 749, keeps: 270, lot: 'LJ' },
  { name: 'Vinegar', supplier: club, pack: '3 gal', cents: 1197, keeps: 700, lot: 'WV-' },
  { name: 'Salt', supplier: club, pack: '3 lb', cents: 299 },
  { name: 'Butter', supplier: club, pack: '8 lb', cents: 2960, dearer: 14, keeps: 90, lot: 'B', contains: ['milk'], madeOf: 'cream, salt' },
  { name: 'Eggs', supplier: farm, pack: '5 dozen', cents: 1500, dearer: 22, keeps: 35, contains: ['egg'] },
  { name: 'Flour', supplier: mill, pack: '25 lb', cents: 2150, keeps: 300, lot: 'RM', contains: ['wheat'] },
  { name: 'Rolled oats', supplier: mill, pack: '25 lb', cents: 2790, keeps: 330, lot: 'RM' },
  { name: 'Pectin', supplier: wholesale, pack: '1 lb', cents: 1450, keeps: 540, lot: 'PKT-' },
  { name: 'Honey', supplier: wholesale, pack: '12 lb', cents: 5400, dearer: 5, lot: 'H' },
  { name: 'Almonds', supplier: wholesale, pack: '10 lb', cents: 5990, dearer: 11, keeps: 300, lot: 'AL-', contains: ['nut:almond'] },
  { name: 'Raisins', supplier: wholesale, pack: '5 lb', cents: 1390, keeps: 300, lot: 'RS' },
  { name: 'Sunflower oil', supplier: wholesale, pack: '1 gal', cents: 1790, keeps: 360, lot: 'SO' },
  { name: 'Cinnamon', supplier: wholesale, pack: '1 lb', cents: 1290, keeps: 700, lot: 'CN' },
  { name: 'Mustard seed', supplier: wholesale, pack: '1 lb', cents: 690, keeps: 700, lot: 'MS' },
] // prettier-ignore
