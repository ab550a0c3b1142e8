import {
  IconBasket,
  IconBinaryTree2,
  IconDots,
  IconHome,
  IconShieldExclamation,
  IconSoup,
  IconTruckDelivery,
  type TablerIcon,
} from '@tabler/icons-react'

/** A place on the left rail. */
export interface Place {
  readonly path: string
  /** In English; shown through `sayWord`. */
  readonly name: string
  readonly key: string
  readonly icon: TablerIcon
  /** Paths that belong to it besides its own. */
  readonly covers: readonly string[]
}

/** The six big places and the rest, in the order of their keys: F1 to F6 and Ctrl+1 to Ctrl+6. */
export const places: readonly Place[] = [
  { path: '/', name: 'Today', key: 'F1', icon: IconHome, covers: ['/missing'] },
  { path: '/make', name: 'Make', key: 'F2', icon: IconSoup, covers: ['/batch', '/plans', '/sheets', '/sheet'] },
  { path: '/pantry', name: 'Pantry', key: 'F3', icon: IconBasket, covers: ['/lot', '/ingredient', '/bin'] },
  { path: '/send', name: 'Send out', key: 'F4', icon: IconTruckDelivery, covers: [] },
  { path: '/trace', name: 'Trace', key: 'F5', icon: IconBinaryTree2, covers: [] },
  { path: '/recall', name: 'Recall', key: 'F6', icon: IconShieldExclamation, covers: ['/recalls', '/drills'] },
  {
    path: '/more',
    name: 'More',
    key: 'F7',
    icon: IconDots,
    covers: [
      '/products',
      '/complaints',
      '/compare',
      '/quality',
      '/printers',
      '/designs',
      '/cards',
      '/equipment',
      '/people',
      '/inspector',
      '/directory',
      '/import',
      '/data',
      '/history',
      '/settings',
      '/keys',
      '/guide',
      '/about',
      '/place',
      '/rules',
      '/records',
    ],
  },
]

/** Whether a path is in a place. */
export function isIn(place: Place, path: string): boolean {
  if (path === place.path) return true
  return [...(place.path === '/' ? [] : [place.path]), ...place.covers].some(
    (start) => path === start || path.startsWith(`${start}/`),
  )
}
