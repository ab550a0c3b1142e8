import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseSync } from 'oxc-parser'

/** A sentence that a source says, and where. */
interface Said {
  readonly english: string
  readonly file: string
  /** Not inside any function: nobody has chosen a language yet when it runs. */
  readonly atTop: boolean
}

/** What stands in a source in an element, or in a property of one that people read or hear, without being said. */
interface Unsaid {
  readonly text: string
  readonly file: string
}

interface Node {
  readonly type: string
  readonly [key: string]: unknown
}

const spoken = new Set(['say', 'said', 'sayParts'])
const read = new Set(['label', 'title', 'placeholder', 'description', 'aria-label', 'under', 'alt', 'term', 'about'])

export interface Source {
  readonly said: readonly Said[]
  readonly unsaid: readonly Unsaid[]
  /** Every text in quotes, said or not. */
  readonly texts: readonly string[]
}

/** @param file TypeScript, from the root of the project */
export function readSource(root: string, file: string): Source {
  const found = { said: [] as Said[], unsaid: [] as Unsaid[], texts: [] as string[] }
  const { program } = parseSync(file, readFileSync(path.join(root, file), 'utf8'))
  walk(program as unknown as Node, false)
  return found

  function walk(node: Node, inside: boolean): void {
    look(node, inside)
    const within = inside || /Function/.test(node.type)
    for (const child of Object.values(node))
      for (const each of Array.isArray(child) ? child : [child]) if (isNode(each)) walk(each, within)
  }

  function look(node: Node, inside: boolean): void {
    if (node.type === 'Literal' && typeof node['value'] === 'string') found.texts.push(node['value'])
    if (node.type === 'CallExpression') {
      const english = saidBy(node)
      if (english !== undefined) found.said.push({ english, file, atTop: !inside })
    } else if (node.type === 'JSXText' && /[A-Za-z]{2}/.test(String(node['value'])))
      found.unsaid.push({ text: String(node['value']).trim(), file })
    else if (node.type === 'JSXAttribute') {
      const [name, value] = [node['name'] as Node, node['value'] as Node | null]
      if (read.has(String(name['name'])) && value?.type === 'Literal' && /[A-Za-z]{2}/.test(String(value['value'])))
        found.unsaid.push({ text: String(value['value']), file })
    }
  }
}

function saidBy(call: Node): string | undefined {
  const [callee, args] = [call['callee'] as Node, call['arguments'] as Node[]]
  if (callee.type !== 'Identifier' || !spoken.has(String(callee['name']))) return undefined
  const [first] = args
  if (first?.type === 'Literal') return String(first['value'])
  if (first?.type === 'TemplateLiteral' && (first['expressions'] as unknown[]).length === 0)
    return ((first['quasis'] as Node[])[0]?.['value'] as { readonly cooked?: string } | undefined)?.cooked ?? ''
  return undefined
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as { readonly type?: unknown }).type === 'string'
}
