/** The map of keys, with those of the screen that one comes from first. */
export function mapPath(from: string): string {
  return from === '/keys' ? from : `/keys?from=${encodeURIComponent(from)}`
}
