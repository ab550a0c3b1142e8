/** One tag of an XML text, with the text that follows it. */
export interface Tag {
  readonly name: string
  readonly attributes: string
  readonly kind: 'open' | 'close' | 'empty'
  /** The text up to the next tag, as it stands. */
  readonly after: string
}

const tag =
  /<(?<close>\/?)(?:[A-Za-z_][\w.-]*:)?(?<name>[A-Za-z_][\w.-]*)(?<attributes>(?:\s[^<>]*?)?)(?<empty>\/?)>(?<after>[^<]*)/g

/**
 * The tags of an XML text one after the other. No entities but the five of XML itself and character numbers exist
 * here: whatever a file declares is never read, so nothing it declares can grow or fetch anything.
 */
export function* tagsOf(xml: string): Generator<Tag> {
  for (const found of xml.matchAll(tag)) {
    const { close = '', name = '', attributes = '', empty = '', after = '' } = found.groups ?? {}
    yield { name, attributes, after, kind: close ? 'close' : empty ? 'empty' : 'open' }
  }
}

/** Whether an XML text declares a document type, which no spreadsheet program writes. */
export function declaresType(xml: string): boolean {
  return /<!(?:DOCTYPE|ENTITY)/i.test(xml.slice(0, 4096))
}

/** The value of an attribute, without its prefix, or undefined. */
export function attributeOf({ attributes }: Pick<Tag, 'attributes'>, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)
  const value = found?.[1] ?? found?.[2]
  return value === undefined ? undefined : plainText(value)
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Text with XML’s own five entities and character numbers read; any other stays as it is written. */
export function plainText(text: string): string {
  if (!text.includes('&') && !text.includes('_x')) return text
  return text
    .replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (all, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return named[name] ?? all
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : ''
    })
    .replace(/_x000[dD]_/g, '')
}
