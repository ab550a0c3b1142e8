import { dayAt, showDay } from '../../shared/domain/day.ts'

/** A UTC instant as the kitchen reads it, with the zone named. */
export function momentIn(at: string, zone: string): string {
  const time = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  })
  return `${showDay(dayAt(at, zone))}, ${time.format(Date.parse(at))}`
}
