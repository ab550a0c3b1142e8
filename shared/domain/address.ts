/** A postal address in the parts that tables ask for; what cannot be told apart stays in `street`. */
export interface AddressParts {
  readonly street: string
  readonly city: string
  readonly state: string
  readonly zip: string
  readonly country: string
}

const american = /^(?<street>.*?)[,\s]+(?<city>[^,]+),\s*(?<state>[A-Za-z]{2})\.?,?\s+(?<zip>\d{5}(?:-\d{4})?)$/

/**
 * Splits an American address as people write it, on one line or several: `12 Orchard Lane, Brattleboro, VT 05301`. An
 * address of another shape is left whole rather than split wrongly.
 */
export function splitAddress(text: string): AddressParts {
  const line = text
    .split(/[\r\n]+/)
    .map((part) => part.trim().replace(/,$/, ''))
    .filter(Boolean)
    .join(', ')
    .replace(/,?\s*(?:U\.?S\.?A?\.?|United States(?: of America)?)$/i, '')
  const found = american.exec(line)?.groups
  if (!found) return { street: line, city: '', state: '', zip: '', country: line === '' ? '' : 'US' }
  const { street = '', city = '', state = '', zip = '' } = found
  return { street: street.replace(/,$/, ''), city: city.trim(), state: state.toUpperCase(), zip, country: 'US' }
}
