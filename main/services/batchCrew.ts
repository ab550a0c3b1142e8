import { fieldError } from '../../shared/api/errors.ts'
import { crewOf, listEquipment, listPeople, setEquipment, setPeople } from '../db/repos/crew.ts'
import type { Change } from '../db/repos/corrections.ts'
import type { Db } from '../db/schema.ts'
import { changeOf } from './correcting.ts'
import { say } from '../../shared/words/say.ts'

interface Crew {
  readonly personIds?: readonly number[] | null | undefined
  readonly equipmentIds?: readonly number[] | null | undefined
}

/** Writes down who made a batch and with what. @throws AppError naming the field, for one that is not in the record */
export async function writeCrew(db: Db, batchId: number, { personIds, equipmentIds }: Crew): Promise<void> {
  if (personIds) {
    const known = new Set((await listPeople(db)).map((person) => person.id))
    if (!personIds.every((id) => known.has(id)))
      throw fieldError('personIds', say('This person is not in the record. Choose again, or add them under More.'))
    await setPeople(db, batchId, personIds)
  }
  if (equipmentIds) {
    const known = new Set((await listEquipment(db)).map((equipment) => equipment.id))
    if (!equipmentIds.every((id) => known.has(id)))
      throw fieldError('equipmentIds', say('This equipment is not in the record. Choose again, or add it under More.'))
    await setEquipment(db, batchId, equipmentIds)
  }
}

/** Corrects who made a batch and with what. @returns what changed, in names */
export async function correctCrew(db: Db, batchId: number, crew: Crew): Promise<Change[]> {
  const before = await crewNames(db, batchId)
  await writeCrew(db, batchId, crew)
  const now = await crewNames(db, batchId)
  return [
    ...changeOf('people', before.people.join(', '), now.people.join(', ')),
    ...changeOf('equipment', before.equipment.join(', '), now.equipment.join(', ')),
  ]
}

export async function crewNames(db: Db, batchId: number) {
  const { people, equipment } = await crewOf(db, batchId)
  return { people: people.map(({ name }) => name), equipment: equipment.map(({ name }) => name) }
}
