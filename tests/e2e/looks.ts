import type { Page } from '@playwright/test'

const themes = ['light', 'dark'] as const
const contrasts = ['auto', 'more'] as const
const rooms = ['kitchen', 'office'] as const
const windows = [
  [1024, 600],
  [1366, 768],
  [1920, 1080],
  [2560, 1440],
] as const

/** How the app may look on a screen. */
export interface Look {
  readonly theme: (typeof themes)[number]
  readonly contrast: (typeof contrasts)[number]
  readonly room: (typeof rooms)[number]
  readonly window: readonly [number, number]
}

export const looks: readonly Look[] = rooms.flatMap((room) =>
  windows.flatMap((window) =>
    themes.flatMap((theme) => contrasts.map((contrast) => ({ theme, contrast, room, window }))),
  ),
)

/** What a laptop of 1366×768 shows at a zoom of 200 %, where every CSS pixel is four of the screen’s. */
export const zoomed: readonly Look[] = [
  { theme: 'light', contrast: 'auto', room: 'kitchen', window: [683, 384] },
  { theme: 'dark', contrast: 'more', room: 'office', window: [683, 384] },
]

export function nameOf({ theme, contrast, room, window }: Look): string {
  return `${theme}${contrast === 'more' ? '-contrast' : ''}-${room}-${window.join('x')}`
}

/** Gives the page that look, where it stands: as when the computer gets dark, or another window sets the sizes. */
export async function wear(page: Page, { theme, contrast, room, window: [width, height] }: Look): Promise<void> {
  await page.setViewportSize({ width, height })
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
  await page.evaluate(
    (chosen) => {
      for (const [key, value] of Object.entries(chosen)) {
        const newValue = JSON.stringify(value)
        localStorage.setItem(`traceberry ${key}`, newValue)
        dispatchEvent(new StorageEvent('storage', { key: `traceberry ${key}`, newValue, storageArea: localStorage }))
      }
      scrollTo(0, 0)
    },
    { contrast, room },
  )
  await page.waitForFunction(
    ([asked, sizes]) =>
      document.documentElement.dataset['contrast'] === asked && document.documentElement.dataset['room'] === sizes,
    [contrast === 'more' ? 'more' : 'usual', room],
  )
}
