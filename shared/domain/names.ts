/**
 * How two names are compared: case, accents, spaces and trailing full stops aside, so that `Valley farm` and
 * `valley  Farm.` are one supplier.
 */
export function nameKey(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').replace(/\.$/, '').trim()
}

/** Characters that cannot be seen and change what is: controls, zero-width, bidi marks, lone surrogates. */
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
export const invisible =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]/u
