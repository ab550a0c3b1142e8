import { nodeSize, type Point } from '../../../shared/domain/graphLayout.ts'

/** Which part of the drawing is seen: what is at the top left corner, and how large. */
export interface View {
  readonly x: number
  readonly y: number
  readonly scale: number
}

interface Size {
  readonly width: number
  readonly height: number
}

const SMALLEST = 0.15
const LARGEST = 2.5
/** Smaller than this the words of a box are hard to read. */
const READABLE = 0.6
/** Pixels of the screen kept free around what is brought into view. */
const AROUND = 24

/** The whole drawing where it can be read, otherwise the part around one box, with no more beside the drawing than need be. */
export function fitted(drawing: Size, seen: Size, around: Point): View {
  const scale = wholeScale(drawing, seen)
  if (scale >= READABLE) return centred(drawing, seen, scale)
  const { x, y } = onto(around, seen, 1)
  return { x: within(x, drawing.width, seen.width), y: within(y, drawing.height, seen.height), scale: 1 }
}

/** Where along one side to begin: as wished, but not before the drawing's edge nor so that it ends before the window does. */
function within(wished: number, drawn: number, seen: number): number {
  if (drawn <= seen - 2 * AROUND) return (drawn - seen) / 2
  return Math.max(-AROUND, Math.min(wished, drawn + AROUND - seen))
}

/** The whole drawing, however small. */
export function whole(drawing: Size, seen: Size): View {
  return centred(drawing, seen, Math.max(SMALLEST, wholeScale(drawing, seen)))
}

export function zoomed(view: View, factor: number, at: Point): View {
  const scale = Math.min(LARGEST, Math.max(SMALLEST, view.scale * factor))
  return {
    x: view.x + at.x / view.scale - at.x / scale,
    y: view.y + at.y / view.scale - at.y / scale,
    scale,
  }
}

/** @param by pixels of the screen */
export function panned(view: View, by: Point): View {
  return { ...view, x: view.x + by.x / view.scale, y: view.y + by.y / view.scale }
}

/** As little moved as brings a box into view. */
export function brought(view: View, box: Point, seen: Size): View {
  const around = AROUND / view.scale
  const [wide, high] = [seen.width / view.scale, seen.height / view.scale]
  return {
    ...view,
    x: Math.max(Math.min(view.x, box.x - around), box.x + nodeSize.width + around - wide),
    y: Math.max(Math.min(view.y, box.y - around), box.y + nodeSize.height + around - high),
  }
}

/** Whether anything of a box would be seen, with a screen's width to spare. */
export function isNear({ x, y, scale }: View, box: Point, seen: Size): boolean {
  const [wide, high] = [seen.width / scale, seen.height / scale]
  return (
    box.x + nodeSize.width > x - wide / 2 && box.x < x + wide * 1.5 && box.y + nodeSize.height > y - high / 2 && box.y < y + high * 1.5 // prettier-ignore
  )
}

function wholeScale(drawing: Size, seen: Size): number {
  const room = (side: number) => Math.max(1, side - 2 * AROUND)
  return Math.min(1, room(seen.width) / drawing.width, room(seen.height) / drawing.height)
}

function centred(drawing: Size, seen: Size, scale: number): View {
  return {
    x: (drawing.width - seen.width / scale) / 2,
    y: (drawing.height - seen.height / scale) / 2,
    scale,
  }
}

function onto(box: Point, seen: Size, scale: number): View {
  return {
    x: box.x + nodeSize.width / 2 - seen.width / scale / 2,
    y: box.y + nodeSize.height / 2 - seen.height / scale / 2,
    scale,
  }
}
