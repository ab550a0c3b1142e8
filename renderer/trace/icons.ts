import {
  IconBasket,
  IconBookmark,
  IconBottle,
  IconChefHat,
  IconFridge,
  IconHelpCircle,
  IconLeaf,
  IconMapPin,
  IconSoup,
  IconTag,
  IconTractor,
  IconTrash,
  IconTestPipe,
  IconToolsKitchen2,
  IconTruckDelivery,
  IconUser,
} from '@tabler/icons-react'
import type { TraceRow } from '../../shared/api/trace.ts'
import type { Found } from './nodes.ts'

interface Look {
  readonly icon: typeof IconSoup
  readonly word: string
}

/** What a line of a trace is, as a picture and as a word. */
export const whatLooks: Readonly<Record<TraceRow['what'], Look>> = {
  batch: { icon: IconSoup, word: 'Batch' },
  lot: { icon: IconBasket, word: 'Ingredient lot' },
  supplier: { icon: IconTractor, word: 'Supplier' },
  shipment: { icon: IconTruckDelivery, word: 'Sent to' },
  place: { icon: IconMapPin, word: 'Place' },
  person: { icon: IconUser, word: 'Person' },
  equipment: { icon: IconToolsKitchen2, word: 'Equipment' },
  product: { icon: IconTag, word: 'Product' },
  ingredient: { icon: IconLeaf, word: 'Ingredient' },
  'on hand': { icon: IconFridge, word: 'Still here' },
  sampled: { icon: IconTestPipe, word: 'Sampled' },
  'own use': { icon: IconChefHat, word: 'Own use' },
  discarded: { icon: IconTrash, word: 'Discarded' },
  'set aside': { icon: IconBookmark, word: 'Set aside' },
  'unknown lot': { icon: IconHelpCircle, word: 'Unknown lot' },
}

/** What a result of the finder is; the word heads its group. */
export const kindLooks: Readonly<Record<Found['kind'], Look>> = {
  unit: { icon: IconBottle, word: 'Exactly this one' },
  batch: { icon: IconSoup, word: 'Batches' },
  lot: { icon: IconBasket, word: 'Ingredient lots' },
  shipment: { icon: IconTruckDelivery, word: 'Sent to' },
  product: { icon: IconTag, word: 'Products' },
  ingredient: { icon: IconLeaf, word: 'Ingredients' },
  supplier: { icon: IconTractor, word: 'Suppliers' },
  place: { icon: IconMapPin, word: 'Places' },
  person: { icon: IconUser, word: 'People' },
  equipment: { icon: IconToolsKitchen2, word: 'Equipment' },
}
