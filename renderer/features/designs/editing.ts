import type { Design, Element, Place } from './design.ts'

/** How far an arrow key goes, and what the mouse snaps to, in mm. */
export const STEP_MM = 0.5
/** No place is smaller (shared/api/labelDesign.ts). */
const LEAST_MM = 0.1

/** Which elements of a design, from 0. */
export type Selection = ReadonlySet<number>
export type Edge = 'left' | 'center' | 'right' | 'top' | 'middle' | 'bottom'
/** A corner or a side that is dragged: -1 the left or top one, 1 the right or bottom one, 0 neither. */
export interface Handle {
  readonly x: -1 | 0 | 1
  readonly y: -1 | 0 | 1
}

/** To a hundredth of a mm, a twelfth of a dot. */
export function roundMm(mm: number): number {
  return Math.round(mm * 100) / 100
}

/** A design with one element changed. */
export function changed(design: Design, at: number, element: Element): Design {
  return { ...design, elements: design.elements.map((each, index) => (index === at ? element : each)) }
}

/** Moves elements together, as far as they stay on the label. */
export function moved(design: Design, selection: Selection, xMm: number, yMm: number): Design {
  const all = unionOf(placesOf(design, selection))
  if (!all) return design
  const x = within(xMm, -all.xMm, Math.max(0, design.widthMm - all.xMm - all.widthMm))
  const y = within(yMm, -all.yMm, Math.max(0, design.heightMm - all.yMm - all.heightMm))
  return replaced(design, selection, (place) => ({
    ...place,
    xMm: roundMm(place.xMm + x),
    yMm: roundMm(place.yMm + y),
  }))
}

/** Moves a corner or a side of elements; the opposite ones stay. */
export function resized(design: Design, selection: Selection, handle: Handle, xMm: number, yMm: number): Design {
  return replaced(design, selection, (place) => {
    const [left, width] = stretched(place.xMm, place.widthMm, handle.x, xMm, design.widthMm)
    const [top, height] = stretched(place.yMm, place.heightMm, handle.y, yMm, design.heightMm)
    return { xMm: left, yMm: top, widthMm: width, heightMm: height }
  })
}

/** Lines elements up with each other; a single one with the label. */
export function aligned(design: Design, selection: Selection, edge: Edge): Design {
  const whole = { xMm: 0, yMm: 0, widthMm: design.widthMm, heightMm: design.heightMm }
  const to = selection.size === 1 ? whole : unionOf(placesOf(design, selection))
  if (!to) return design
  return replaced(design, selection, (place) => {
    const share = shares[edge]
    return edge === 'left' || edge === 'center' || edge === 'right'
      ? { ...place, xMm: roundMm(to.xMm + (to.widthMm - place.widthMm) * share) }
      : { ...place, yMm: roundMm(to.yMm + (to.heightMm - place.heightMm) * share) }
  })
}

/** How much of the room that is left over lies before an element. */
const shares: Readonly<Record<Edge, number>> = { left: 0, center: 0.5, right: 1, top: 0, middle: 0.5, bottom: 1 }

/** Makes the gaps between elements equal; the outermost stay. */
export function distributed(design: Design, selection: Selection, direction: 'across' | 'down'): Design {
  const [start, length] = direction === 'across' ? (['xMm', 'widthMm'] as const) : (['yMm', 'heightMm'] as const)
  const order = [...selection]
    .flatMap((at) => {
      const element = design.elements[at]
      return element ? [{ at, place: element.place }] : []
    })
    .toSorted((a, b) => a.place[start] - b.place[start])
  const all = unionOf(order.map(({ place }) => place))
  if (!all || order.length < 3) return design
  const filled = order.reduce((sum, { place }) => sum + place[length], 0)
  const gap = (all[length] - filled) / (order.length - 1)
  const starts = new Map<number, number>()
  let next = all[start]
  for (const { at, place } of order) {
    starts.set(at, roundMm(next))
    next += place[length] + gap
  }
  return replaced(design, selection, (place, at) => ({ ...place, [start]: starts.get(at) ?? place[start] }))
}

/** Turns what can be turned by 90° clockwise about its middle. */
export function turned(design: Design, selection: Selection): Design {
  return {
    ...design,
    elements: design.elements.map((element, at) =>
      selection.has(at) ? turnedTo(element, nextTurn[turnOf(element)], design) : element,
    ),
  }
}

/** Turns an element; on its side its place is as wide as it was high. */
export function turnedTo(element: Element, turn: Turn, design: Pick<Design, 'widthMm' | 'heightMm'>): Element {
  if (element.kind === 'line' || element.kind === 'box') return element
  if ((turn - turnOf(element)) % 180 === 0) return { ...element, turn }
  const { xMm, yMm, widthMm, heightMm } = element.place
  return {
    ...element,
    turn,
    place: {
      xMm: roundMm(within(xMm + (widthMm - heightMm) / 2, 0, Math.max(0, design.widthMm - heightMm))),
      yMm: roundMm(within(yMm + (heightMm - widthMm) / 2, 0, Math.max(0, design.heightMm - widthMm))),
      widthMm: heightMm,
      heightMm: widthMm,
    },
  }
}

export type Turn = 0 | 90 | 180 | 270
const nextTurn: Readonly<Record<Turn, Turn>> = { 0: 90, 90: 180, 180: 270, 270: 0 }

export function turnOf(element: Element): Turn {
  return element.kind === 'line' || element.kind === 'box' ? 0 : (element.turn ?? 0)
}

export function removed(design: Design, selection: Selection): Design {
  return { ...design, elements: design.elements.filter((_, at) => !selection.has(at)) }
}

/** Elements once more, a little lower and further right, and which those are. */
export function duplicated(design: Design, selection: Selection): readonly [Design, Selection] {
  const copies = design.elements.filter((_, at) => selection.has(at))
  const first = design.elements.length
  const both = { ...design, elements: [...design.elements, ...copies] }
  const which = new Set(copies.map((_, at) => first + at))
  return [moved(both, which, 2, 2), which]
}

/** Where a new element finds room: the first place from the top that nothing else has, or else the middle. */
export function freePlace(design: Design, widthMm: number, heightMm: number): Place {
  const [width, height] = [Math.min(widthMm, design.widthMm), Math.min(heightMm, design.heightMm)]
  for (let yMm = 1; yMm + height <= design.heightMm - 1; yMm += 1)
    for (let xMm = 1; xMm + width <= design.widthMm - 1; xMm += 1) {
      const place = { xMm, yMm, widthMm: width, heightMm: height }
      if (!design.elements.some((element) => meet(element.place, place))) return place
    }
  return {
    xMm: roundMm((design.widthMm - width) / 2),
    yMm: roundMm((design.heightMm - height) / 2),
    widthMm: width,
    heightMm: height,
  }
}

/** The nearest multiple of the step. */
export function snapped(mm: number): number {
  return Math.round(mm / STEP_MM) * STEP_MM
}

function stretched(
  start: number,
  length: number,
  side: -1 | 0 | 1,
  by: number,
  most: number,
): readonly [start: number, length: number] {
  if (side === 0) return [start, length]
  if (side === 1) return [start, roundMm(within(length + by, LEAST_MM, Math.max(length, most - start)))]
  const moves = within(by, -start, Math.max(0, length - LEAST_MM))
  return [roundMm(start + moves), roundMm(length - moves)]
}

function replaced(design: Design, selection: Selection, by: (place: Place, at: number) => Place): Design {
  return {
    ...design,
    elements: design.elements.map((element, at) =>
      selection.has(at) ? { ...element, place: by(element.place, at) } : element,
    ),
  }
}

function placesOf(design: Design, selection: Selection): Place[] {
  return design.elements.flatMap((element, at) => (selection.has(at) ? [element.place] : []))
}

function unionOf(places: readonly Place[]): Place | undefined {
  if (places.length === 0) return undefined
  const left = Math.min(...places.map(({ xMm }) => xMm))
  const top = Math.min(...places.map(({ yMm }) => yMm))
  return {
    xMm: left,
    yMm: top,
    widthMm: Math.max(...places.map(({ xMm, widthMm }) => xMm + widthMm)) - left,
    heightMm: Math.max(...places.map(({ yMm, heightMm }) => yMm + heightMm)) - top,
  }
}

function meet(a: Place, b: Place): boolean {
  return (
    a.xMm < b.xMm + b.widthMm && b.xMm < a.xMm + a.widthMm && a.yMm < b.yMm + b.heightMm && b.yMm < a.yMm + a.heightMm
  )
}

function within(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most)
}
