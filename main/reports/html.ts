/** Markup that is safe to put into a page as it is. */
export interface Html {
  readonly markup: string
}

type Part = string | number | Html | readonly Part[] | null

/** A template of markup: what is put into it is text and is escaped, unless it is markup itself. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let markup = strings[0] ?? ''
  for (const [at, part] of parts.entries()) markup += escaped(part) + (strings[at + 1] ?? '')
  return { markup }
}

function escaped(part: Part): string {
  if (part === null) return ''
  if (typeof part === 'number') return String(part)
  if (typeof part === 'string') return part.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
  if ('markup' in part) return part.markup
  return part.map(escaped).join('')
}
