import { crewCard, readCard } from '../../shared/domain/crewCard.ts'
import { lastDesk, pinOf } from '../db/repos/desk.ts'
import type { Db } from '../db/schema.ts'

/** What the running core knows of the desk: read when the record opens and after every change, asked at every call. */
export interface DeskNow {
  /** Who is at the laptop by name; null for nobody in particular. */
  readonly person: { readonly id: number; readonly name: string } | null
  readonly inspecting: boolean
  read(db: Db): Promise<void>
  /** This person’s PIN was typed since the start: until then nobody is taken for them. */
  proved(personId: number): void
  /** One PIN after the other is tried: many at once would not be slowed down. */
  inTurn<T>(work: () => Promise<T>): Promise<T>
}

export function createDeskNow(): DeskNow {
  let person: DeskNow['person'] = null
  let inspecting = false
  const proven = new Set<number>()
  let last: Promise<unknown> = Promise.resolve()
  return {
    get person() {
      return person
    },
    get inspecting() {
      return inspecting
    },
    async read(db) {
      const row = await lastDesk(db)
      inspecting = row?.inspecting ?? false
      const named = row?.person ?? null
      person = named === null || proven.has(named.id) || !(await pinOf(db, named.id)) ? named : null
    },
    proved(personId) {
      proven.add(personId)
    },
    async inTurn(work) {
      const turn = last.then(work, work)
      last = turn.catch(() => undefined)
      return await turn
    },
  }
}

const NOBODY = 'kitchen'

/** Whom the history names: the card and the name as it was then, `P-3 Ana`. */
export function actorOf(person: DeskNow['person']): string {
  return person === null ? NOBODY : `${crewCard('person', person.id)} ${person.name}`
}

/** The name in an audit row’s actor; null where nobody was named. */
export function whoOf(actor: string): string | null {
  const [, card = '', name] = /^(\S+) (.+)$/su.exec(actor) ?? []
  return readCard(card)?.kind === 'person' ? (name ?? null) : null
}
