import { appendOnly } from '../appendOnly.ts'

/** Where units went. */
export const shipping = `
CREATE TABLE place (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('market', 'store', 'online', 'person', 'donation', 'other')),
  contact TEXT NOT NULL
) STRICT;

CREATE TABLE shipment (
  id INTEGER PRIMARY KEY,
  place_id INTEGER NOT NULL REFERENCES place (id),
  sent_on TEXT NOT NULL,
  reference TEXT NOT NULL,
  note TEXT NOT NULL,
  seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX shipment_by_day ON shipment (sent_on, id);
CREATE INDEX shipment_by_place ON shipment (place_id, sent_on);
CREATE INDEX shipment_by_seq ON shipment (seq);

CREATE TABLE shipment_line (
  id INTEGER PRIMARY KEY,
  shipment_id INTEGER NOT NULL REFERENCES shipment (id),
  line INTEGER NOT NULL,
  lot_id INTEGER NOT NULL REFERENCES lot (id),
  units INTEGER NOT NULL CHECK (units > 0),
  basis TEXT NOT NULL CHECK (basis IN ('range', 'typed')),
  UNIQUE (shipment_id, line)
) STRICT;
CREATE INDEX shipment_line_by_lot ON shipment_line (lot_id, shipment_id);
${appendOnly(['shipment', 'shipment_line'])}
`
