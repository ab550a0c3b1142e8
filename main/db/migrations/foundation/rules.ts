import { appendOnly } from '../appendOnly.ts'

/** What states ask of home kitchens, where the kitchen wrote its own words in place of those that came with the app. */
export const rules = `
-- The newest row of a state counts; one without facts goes back to what came with the app.
CREATE TABLE state_rule (
  id INTEGER PRIMARY KEY,
  state TEXT NOT NULL,
  facts TEXT,
  seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX state_rule_by_state ON state_rule (state, id);
CREATE INDEX state_rule_by_seq ON state_rule (seq);
${appendOnly(['state_rule'])}
`
