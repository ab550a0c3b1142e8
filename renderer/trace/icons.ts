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
import { type TraceWhat, whatWords } from '../../shared/domain/traceWords.ts'
import type { Found } from './nodes.ts'

interface Look {
  readonly icon: typeof IconSoup
  readonly word: string
}

/** What a line of a trace is, as a picture and as a word. */
export const whatLooks: Readonly<Record<TraceWhat, Look>> = {
  batch: { icon: IconSoup, word: whatWords.batch },
  lot: { icon: IconBasket, word: whatWords.lot },
  supplier: { icon: IconTractor, word: whatWords.supplier },
  shipment: { icon: IconTruckDelivery, word: whatWords.shipment },
  place: { icon: IconMapPin, word: whatWords.place },
  person: { icon: IconUser, word: whatWords.person },
  equipment: { icon: IconToolsKitchen2, word: whatWords.equipment },
  product: { icon: IconTag, word: whatWords.product },
  ingredient: { icon: IconLeaf, word: whatWords.ingredient },
  'on hand': { icon: IconFridge, word: whatWords['on hand'] },
  sampled: { icon: IconTestPipe, word: whatWords.sampled },
  'own use': { icon: IconChefHat, word: whatWords['own use'] },
  discarded: { icon: IconTrash, word: whatWords.discarded },
  'set aside': { icon: IconBookmark, word: whatWords['set aside'] },
  'unknown lot': { icon: IconHelpCircle, word: whatWords['unknown lot'] },
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
