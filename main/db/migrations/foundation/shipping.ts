import { appendOnly } from '../appendOnly.ts'

/** Where units went, and what came back. */
export const shipping = `
CREATE TABLE place (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('market', 'store', 'online', 'person', 'donation', 'other')),
  contact TEXT NOT NULL,
  phone TEXT NOT NULL,
  email TEXT NOT NULL,
  address TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;

CREATE TABLE shipment (
  id INTEGER PRIMARY KEY,
  -- Null for what leaves stock without going to anybody.
  place_id INTEGER REFERENCES place (id),
  purpose TEXT NOT NULL CHECK (purpose IN ('sale', 'gift', 'sample', 'exchange', 'own use', 'destroyed')),
  sent_on TEXT NOT NULL,
  reference TEXT NOT NULL,
  note TEXT NOT NULL,
  seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED,
  CHECK (place_id IS NOT NULL OR purpose IN ('sample', 'own use', 'destroyed'))
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
  -- Asked for one unit; null where nobody said.
  price_cents INTEGER CHECK (price_cents >= 0),
  UNIQUE (shipment_id, line)
) STRICT;
CREATE INDEX shipment_line_by_lot ON shipment_line (lot_id, shipment_id);

-- What came back: a market day's count in the evening (then with its shipment), or units from a place.
CREATE TABLE returned (
  id INTEGER PRIMARY KEY,
  place_id INTEGER NOT NULL REFERENCES place (id),
  shipment_id INTEGER REFERENCES shipment (id),
  day TEXT NOT NULL,
  reason TEXT NOT NULL,
  cash_cents INTEGER CHECK (cash_cents >= 0),
  -- The shipment given in exchange.
  exchange_id INTEGER REFERENCES shipment (id),
  seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX returned_by_place ON returned (place_id, day);
CREATE INDEX returned_by_shipment ON returned (shipment_id) WHERE shipment_id IS NOT NULL;
CREATE INDEX returned_by_exchange ON returned (exchange_id) WHERE exchange_id IS NOT NULL;
CREATE INDEX returned_by_seq ON returned (seq);

-- Units of one line that came back. Of a bare count, the highest numbers sent count as the ones that came back.
CREATE TABLE returned_line (
  id INTEGER PRIMARY KEY,
  returned_id INTEGER NOT NULL REFERENCES returned (id),
  line INTEGER NOT NULL,
  shipment_line_id INTEGER NOT NULL REFERENCES shipment_line (id),
  units INTEGER NOT NULL CHECK (units > 0),
  basis TEXT NOT NULL CHECK (basis IN ('range', 'typed')),
  fate TEXT NOT NULL CHECK (fate IN ('on hand', 'destroyed')),
  UNIQUE (returned_id, line)
) STRICT;
CREATE INDEX returned_line_by_line ON returned_line (shipment_line_id, returned_id);
${appendOnly(['shipment', 'shipment_line', 'returned', 'returned_line'])}
`
