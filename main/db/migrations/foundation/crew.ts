import { appendOnly } from '../appendOnly.ts'

/** Who works in the kitchen and with what: optional, for recalls by person or equipment, and for what is due. */
export const crew = `
CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  active INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;

CREATE TABLE equipment (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('equipment', 'instrument')),
  clean_every_days INTEGER CHECK (clean_every_days > 0),
  calibrate_every_days INTEGER CHECK (calibrate_every_days > 0),
  active INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;

-- Who made a batch and with what, as it stands; a correction names what it changed in batch_change.
CREATE TABLE batch_person (
  batch_id INTEGER NOT NULL REFERENCES batch (id),
  person_id INTEGER NOT NULL REFERENCES person (id),
  PRIMARY KEY (batch_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX batch_person_by_person ON batch_person (person_id, batch_id);

CREATE TABLE batch_equipment (
  batch_id INTEGER NOT NULL REFERENCES batch (id),
  equipment_id INTEGER NOT NULL REFERENCES equipment (id),
  PRIMARY KEY (batch_id, equipment_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX batch_equipment_by_equipment ON batch_equipment (equipment_id, batch_id);

CREATE TABLE cleaning (
  id INTEGER PRIMARY KEY,
  equipment_id INTEGER NOT NULL REFERENCES equipment (id),
  person_id INTEGER REFERENCES person (id),
  day TEXT NOT NULL,
  method TEXT NOT NULL,
  seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX cleaning_by_equipment ON cleaning (equipment_id, day, id);
CREATE INDEX cleaning_by_person ON cleaning (person_id);
CREATE INDEX cleaning_by_seq ON cleaning (seq);

CREATE TABLE calibration (
  id INTEGER PRIMARY KEY,
  equipment_id INTEGER NOT NULL REFERENCES equipment (id),
  person_id INTEGER REFERENCES person (id),
  day TEXT NOT NULL,
  -- What it was held against, and what it showed, as typed: “pH 4.01 buffer”, “4.03”.
  standard TEXT NOT NULL,
  reading TEXT NOT NULL,
  seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX calibration_by_equipment ON calibration (equipment_id, day, id);
CREATE INDEX calibration_by_person ON calibration (person_id);
CREATE INDEX calibration_by_seq ON calibration (seq);
${appendOnly(['cleaning', 'calibration'])}
`
