import {
  IconBasket,
  IconBookmark,
  IconBottle,
  IconChefHat,
  IconFridge,
  IconHelpCircle,
  IconSoup,
  IconTag,
  IconTractor,
  IconTrash,
  IconTestPipe,
  IconTruckDelivery,
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
  product: { icon: IconTag, word: 'Products' },
  supplier: { icon: IconTractor, word: 'Suppliers' },
  place: { icon: IconTruckDelivery, word: 'Sent to' },
}
