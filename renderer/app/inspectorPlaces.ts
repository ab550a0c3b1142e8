import {
  IconBinaryTree2,
  IconHistory,
  IconReportAnalytics,
  IconShieldCheck,
  IconShieldExclamation,
  IconSoup,
} from '@tabler/icons-react'
import type { Place } from './places.ts'

/** What an inspector can look at; Trace and Recalls keep the keys that they have at work. */
export const inspectorPlaces: readonly Place[] = [
  { path: '/', name: 'Record', key: 'F1', icon: IconShieldCheck, covers: [] },
  { path: '/make', name: 'Batches', key: 'F2', icon: IconSoup, covers: ['/batch', '/lot'] },
  { path: '/records', name: 'Reports', key: 'F3', icon: IconReportAnalytics, covers: [] },
  { path: '/history', name: 'History', key: 'F4', icon: IconHistory, covers: [] },
  { path: '/trace', name: 'Trace', key: 'F5', icon: IconBinaryTree2, covers: [] },
  { path: '/recalls', name: 'Recalls', key: 'F6', icon: IconShieldExclamation, covers: [] },
]
