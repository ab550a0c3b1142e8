import type { Db } from '../schema.ts'

/** The kitchen's own words for each state, as stored text, by state. */
export async function ownStateRules(db: Db): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('state_rule')
    .select(['state', 'facts'])
    .where(({ eb, selectFrom }) =>
      eb(
        'state_rule.id',
        'in',
        selectFrom('state_rule as newest')
          .select(({ fn }) => fn.max('newest.id').as('id'))
          .groupBy('newest.state'),
      ),
    )
    .execute()
  return new Map(rows.flatMap(({ state, facts }) => (facts === null ? [] : [[state, facts] as const])))
}

/** Adds the kitchen's own words for a state, or null to go back to what came with the app. */
export async function insertStateRule(
  db: Db,
  { state, facts, seq }: { state: string; facts: string | null; seq: number },
): Promise<void> {
  await db.insertInto('state_rule').values({ state, facts, seq }).execute()
}
