import { allergenName } from '../../shared/domain/allergens.ts'
import { type CrossContact, crossContacts } from '../../shared/domain/crossContact.ts'
import { showDay } from '../../shared/domain/day.ts'
import { cleaningsOf, runsOnEquipmentOf } from '../db/repos/equipmentRuns.ts'
import type { Db } from '../db/schema.ts'

interface NamedContact extends CrossContact {
  readonly equipment: string
  readonly fromLotNumber: string
  readonly fromProduct: string
}

/** What some batches may have taken over by shared equipment with no cleaning between, by batch. */
export async function contactsOf(db: Db, batchIds: readonly number[]): Promise<Map<number, NamedContact[]>> {
  const asked = new Set(batchIds)
  const runs = await runsOnEquipmentOf(db, batchIds)
  const cleanings = await cleaningsOf(db, [...new Set(runs.map((run) => run.equipment_id))])
  const byBatch = new Map(runs.map((run) => [run.batch_id, run]))
  const equipment = new Map(runs.map((run) => [run.equipment_id, run.equipment]))
  const contacts = crossContacts(
    runs.map((run) => ({ ...run, batchId: run.batch_id, equipmentId: run.equipment_id })),
    cleanings.map(({ equipment_id, day, seq }) => ({ equipmentId: equipment_id, day, seq })),
  )
  return Map.groupBy(
    contacts
      .filter(({ batchId }) => asked.has(batchId))
      .map((contact) => ({
        ...contact,
        equipment: equipment.get(contact.equipmentId) ?? '',
        fromLotNumber: byBatch.get(contact.fromBatchId)?.lot_number ?? '',
        fromProduct: byBatch.get(contact.fromBatchId)?.product ?? '',
      })),
    ({ batchId }) => batchId,
  )
}

/** A contact as a sentence: “Milk and Almonds by Copper kettle: …”. */
export function contactSentence(contact: NamedContact): string {
  const names = contact.allergens.map(allergenName).join(', ')
  const before = `${contact.fromLotNumber} (${contact.fromProduct}, ${showDay(contact.fromDay)})`
  return contact.isCleaningLogged
    ? `${names} by ${contact.equipment}: ${before} was made with it before, and no cleaning is written down between.`
    : `${names} by ${contact.equipment}: ${before} was made with it before, and no cleaning of it was ever written down.`
}
