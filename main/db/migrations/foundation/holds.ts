import { appendOnly } from '../appendOnly.ts'

/** Holds on everything from a supplier or of an ingredient: what is there, and what comes in until they end. */
export const holds = `
CREATE TABLE hold_rule (
  id INTEGER PRIMARY KEY,
  supplier_id INTEGER REFERENCES supplier (id),
  item_id INTEGER REFERENCES item (id),
  reason TEXT NOT NULL,
  seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED,
  CHECK (supplier_id IS NOT NULL OR item_id IS NOT NULL)
) STRICT;
CREATE INDEX hold_rule_by_supplier ON hold_rule (supplier_id);
CREATE INDEX hold_rule_by_item ON hold_rule (item_id);
CREATE INDEX hold_rule_by_seq ON hold_rule (seq);

CREATE TABLE hold_rule_end (
  rule_id INTEGER PRIMARY KEY REFERENCES hold_rule (id),
  reason TEXT NOT NULL,
  seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX hold_rule_end_by_seq ON hold_rule_end (seq);
${appendOnly(['hold_rule', 'hold_rule_end'])}
`
