import type { Db } from '../schema.ts'
import { aboutIds } from './hotStatement.ts'

export interface HoldRule {
  readonly id: number
  readonly supplier_id: number | null
  readonly supplier: string | null
  readonly item_id: number | null
  readonly item: string | null
  readonly reason: string
  readonly at: string
}

/** Holds on everything from a supplier or of an ingredient that were not ended, the newest first. */
export async function standingRules(db: Db): Promise<HoldRule[]> {
  return await aboutIds(db, 'standing holds', () => holdsThatStand(db), [])
}

function holdsThatStand(db: Db) {
  return db
    .selectFrom('hold_rule')
    .innerJoin('audit', 'audit.seq', 'hold_rule.seq')
    .leftJoin('hold_rule_end', 'hold_rule_end.rule_id', 'hold_rule.id')
    .leftJoin('supplier', 'supplier.id', 'hold_rule.supplier_id')
    .leftJoin('item', 'item.id', 'hold_rule.item_id')
    .where('hold_rule_end.rule_id', 'is', null)
    .orderBy('hold_rule.id', 'desc')
    .select(['hold_rule.id', 'hold_rule.supplier_id', 'hold_rule.item_id', 'hold_rule.reason', 'audit.at'])
    .select(['supplier.name as supplier', 'item.name as item'])
}

/** A hold on everything of a kind, ended or not. */
export async function ruleById(db: Db, id: number) {
  return await db.selectFrom('hold_rule').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function insertRule(
  db: Db,
  rule: { supplierId: number | null; itemId: number | null; reason: string; seq: number },
): Promise<number> {
  const { supplierId: supplier_id, itemId: item_id, ...facts } = rule
  const row = { supplier_id, item_id, ...facts }
  return (await db.insertInto('hold_rule').values(row).returning('id').executeTakeFirstOrThrow()).id
}

export async function endRule(
  db: Db,
  { ruleId, reason, seq }: { ruleId: number; reason: string; seq: number },
): Promise<void> {
  await db.insertInto('hold_rule_end').values({ rule_id: ruleId, reason, seq }).execute()
}

/** Lots that a rule put on hold and that nothing released or held anew since. */
export async function lotsHeldBy(db: Db, ruleId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('hold')
    .innerJoin('lot', 'lot.id', 'hold.lot_id')
    .where('hold.rule_id', '=', ruleId)
    .where('lot.held', '=', 1)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('hold as later')
            .whereRef('later.lot_id', '=', 'hold.lot_id')
            .whereRef('later.id', '>', 'hold.id')
            .select('later.id'),
        ),
      ),
    )
    .select('lot.id')
    .execute()
  return rows.map((row) => row.id)
}

/**
 * Lots that a rule is about: bought from the supplier, of the ingredient, or what a bin holds of either. Used-up ones
 * count where a bin holds some of them.
 */
export async function lotsUnder(db: Db, rule: Pick<HoldRule, 'supplier_id' | 'item_id'>): Promise<number[]> {
  let rows = db.selectFrom('lot').select('id').where('batch_id', 'is', null)
  if (rule.supplier_id !== null) rows = rows.where('supplier_id', '=', rule.supplier_id)
  if (rule.item_id !== null) rows = rows.where('item_id', '=', rule.item_id)
  return (await rows.execute()).map((row) => row.id)
}
