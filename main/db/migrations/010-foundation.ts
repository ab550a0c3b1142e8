import { batches } from './foundation/batches.ts'
import { complaints } from './foundation/complaints.ts'
import { bins } from './foundation/bins.ts'
import { corrections } from './foundation/corrections.ts'
import { crew } from './foundation/crew.ts'
import { holds } from './foundation/holds.ts'
import { labels } from './foundation/labels.ts'
import { live } from './foundation/live.ts'
import { lots } from './foundation/lots.ts'
import { pantry } from './foundation/pantry.ts'
import { recalls } from './foundation/recalls.ts'
import { recipes } from './foundation/recipes.ts'
import { rules } from './foundation/rules.ts'
import { shipping } from './foundation/shipping.ts'
import { trust } from './foundation/trust.ts'
import type { Migration } from './migration.ts'

/*
 * Facts are append-only (see appendOnly.ts). `lot.on_hand`, `lot.held`, `unit_range` and `edge` are projections of them,
 * written in the same transaction and checked by `history.verify`. Quantities are whole base units (shared/domain/units.ts).
 */
export const foundation: Migration = {
  version: 10,
  name: 'foundation',
  sql: [
    trust,
    pantry,
    recipes,
    batches,
    corrections,
    crew,
    lots,
    bins,
    holds,
    shipping,
    labels,
    rules,
    live,
    recalls,
    complaints,
  ].join('\n'),
}
