import { boxText, daysOf } from '../../../shared/domain/graphText.ts'
import { groupName, type Shown, type ShownGraph } from '../../../shared/domain/traceGraph.ts'
import { whatWords } from '../../../shared/domain/traceWords.ts'
import { say, sayWord } from '../../../shared/words/say.ts'

/** Neighbours that are named to a screen reader; the arrows lead to all. */
const NAMED = 4

type Beside = readonly (readonly [key: string, quantity: string])[]

/** A graph by its boxes: what each is, and what stands before and after it. Made once for a drawing of thousands. */
interface LabelIndex {
  readonly byKey: ReadonlyMap<string, Shown>
  readonly from: ReadonlyMap<string, Beside>
  readonly into: ReadonlyMap<string, Beside>
}

export function labelIndex({ nodes, edges }: ShownGraph): LabelIndex {
  const beside = (near: 'from' | 'to', far: 'from' | 'to') =>
    new Map(
      [...Map.groupBy(edges, (edge) => edge[near])].map(([key, all]) => [
        key,
        all.map((edge) => [edge[far], edge.quantity] as const),
      ]),
    )
  return {
    byKey: new Map(nodes.map((node) => [node.key, node])),
    from: beside('to', 'from'),
    into: beside('from', 'to'),
  }
}

/** All that a box and its lines say, in words. */
export function labelOf(shown: Shown, index: LabelIndex, isAsked: boolean): string {
  const beside = (keys: Beside) => {
    const names = keys.slice(0, NAMED).flatMap(([key, quantity]) => {
      const node = index.byKey.get(key)
      return node ? `${nameOf(node)}${quantity ? ` (${quantity})` : ''}` : []
    })
    const listed = names.join('; ')
    return keys.length > NAMED
      ? say('{names}; and {count} more', { names: listed, count: keys.length - NAMED })
      : listed
  }
  const from = index.from.get(shown.key) ?? []
  const into = index.into.get(shown.key) ?? []
  const [node] = shown.members
  const detail = shown.isGroup ? daysOf(shown) : (node?.detail ?? '')
  const { head, name, detail: short } = boxText(shown)
  const full = `${head && node ? `${head}: ${node.label}` : nameOf(shown)}${detail ? `, ${detail}` : ''}`
  // Who speaks to the computer says what is seen, which may be cut: that begins the label then.
  const seen = [head, ...name, ...short].filter(Boolean).join(' ')
  return [
    plain(full).startsWith(plain(seen)) ? full : `${seen}. ${full}`,
    isAsked ? say('This is what was asked about') : '',
    shown.isGroup ? say('Folded') : '',
    from.length > 0 ? say('From: {names}', { names: beside(from) }) : '',
    into.length > 0 ? say('To: {names}', { names: beside(into) }) : '',
  ]
    .filter(Boolean)
    .join('. ')
}

/** How a box is called. */
function nameOf(shown: Shown): string {
  const [node] = shown.members
  if (shown.isGroup || !node) return groupName(shown)
  return `${sayWord(whatWords[node.what])}: ${node.label}`
}

function plain(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}
