/*
 * Loaded before a host under test, in its threads too: its clock begins at one moment, after the golden story of March
 * 2026 and before its jars come to their dates, and goes on from there. Tests then say the same whatever day it is.
 */
const begun = Date.now()
const moment = Date.parse('2026-06-15T15:00:00Z')
const Real = Date
const now = () => moment + Real.now() - begun

globalThis.Date = class extends Real {
  static now = now

  constructor(...parts) {
    super(...(parts.length === 0 ? [now()] : parts))
  }
}
