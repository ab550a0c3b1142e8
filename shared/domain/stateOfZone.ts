/**
 * Zones of the IANA time zone database whose clocks one state alone keeps, by tzdata’s own comments in zone1970.tab and
 * northamerica. America/New_York, Chicago, Denver and Los_Angeles are of many.
 */
const zonesOfOneState: Readonly<Record<string, string>> = {
  'America/Adak': 'AK',
  'America/Anchorage': 'AK',
  'America/Boise': 'ID',
  'America/Detroit': 'MI',
  'America/Juneau': 'AK',
  'America/Menominee': 'MI',
  'America/Metlakatla': 'AK',
  'America/Nome': 'AK',
  'America/Phoenix': 'AZ',
  'America/Sitka': 'AK',
  'America/Yakutat': 'AK',
  'Pacific/Honolulu': 'HI',
}

/** The state of the United States that a time zone gives away; undefined where several keep it, or none. */
export function stateOfZone(zone: string): string | undefined {
  const [, of] = /^America\/(Indiana|Kentucky|North_Dakota)\//.exec(zone) ?? []
  if (of !== undefined) return { Indiana: 'IN', Kentucky: 'KY', North_Dakota: 'ND' }[of]
  return zonesOfOneState[zone]
}
