import { readFileSync, writeFileSync } from 'node:fs'
import { screen, type BrowserWindow } from 'electron'
import { z } from '../../../shared/api/zod.ts'

const WindowState = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(1),
  height: z.int().min(1),
  maximized: z.boolean(),
  /** Chromium's zoom level: 0 is 100 %, every step 20 % more or less. */
  zoom: z.number().min(-8).max(9),
})
type WindowState = z.infer<typeof WindowState>
type Rectangle = Pick<WindowState, 'x' | 'y' | 'width' | 'height'>

/** How the window was left, as far as it still fits; undefined at the first start. Call after `ready`. */
export function lastWindowState(file: string): WindowState | undefined {
  const state = read(file)
  if (!state) return undefined
  const areas = screen.getAllDisplays().map((display) => display.workArea)
  return canBeReached(state, areas) ? state : { ...state, ...onto(state, screen.getPrimaryDisplay().workArea) }
}

/** Gives a window its last zoom and size, and writes them down when it closes. */
export function keepWindowState(window: BrowserWindow, file: string, last: WindowState | undefined): void {
  if (last?.maximized) window.maximize()
  // Chromium forgets a zoom that is set before there is a page.
  window.webContents.on('did-finish-load', () => window.webContents.setZoomLevel(last?.zoom ?? 0))
  window.on('close', () => {
    const { x, y, width, height } = window.getNormalBounds()
    write(file, {
      x,
      y,
      width,
      height,
      maximized: window.isMaximized(),
      zoom: window.webContents.getZoomLevel(),
    })
  })
}

/** Pixels of a window's upper edge that must be on a screen for a hand to move it. */
const GRIP = 100

/** Whether enough of the upper edge is on one of the screens: a second screen may have been left at the market. */
export function canBeReached(window: Rectangle, areas: readonly Rectangle[]): boolean {
  return areas.some((area) => {
    const from = Math.max(window.x, area.x)
    const to = Math.min(window.x + window.width, area.x + area.width)
    return to - from >= GRIP && window.y >= area.y && window.y <= area.y + area.height - GRIP
  })
}

/** The same size, or what fits of it, in the middle of a screen. */
export function onto(window: Rectangle, area: Rectangle): Rectangle {
  const width = Math.min(window.width, area.width)
  const height = Math.min(window.height, area.height)
  return {
    width,
    height,
    x: area.x + Math.floor((area.width - width) / 2),
    y: area.y + Math.floor((area.height - height) / 2),
  }
}

function read(file: string): WindowState | undefined {
  try {
    return WindowState.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data
  } catch {
    return undefined
  }
}

/** A window that cannot be remembered opens in the middle next time; that is no reason to disturb anybody. */
function write(file: string, state: WindowState): void {
  try {
    writeFileSync(file, JSON.stringify(state))
  } catch {
    return
  }
}
