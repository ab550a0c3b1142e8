import {
  IconAddressBook,
  IconBook2,
  IconChartLine,
  IconDatabase,
  IconEye,
  IconHistory,
  IconInfoCircle,
  IconKeyboard,
  IconMap2,
  IconMessageReport,
  IconPrinter,
  IconReportAnalytics,
  IconScale,
  IconSettings,
  IconTableImport,
  IconToolsKitchen2,
  IconUsers,
  type TablerIcon,
} from '@tabler/icons-react'
import { Link } from 'wouter'
import { MoreLookAround } from '../demo/LookAround.tsx'
import { Page } from '../../ui/Page.tsx'
import styles from './More.module.css'
import { say } from '../../../shared/words/say.ts'

interface Tile {
  readonly path: string
  readonly name: string
  readonly about: string
  readonly icon: TablerIcon
}

const tiles = (): readonly Tile[] => [
  {
    path: '/products',
    name: say('Recipes and products'),
    about: say('What you make, what goes in, and how long it keeps.'),
    icon: IconBook2,
  },
  {
    path: '/complaints',
    name: say('Complaints'),
    about: say('What customers said of which jar, what was answered, and what came of it.'),
    icon: IconMessageReport,
  },
  {
    path: '/quality',
    name: say('Yields and costs'),
    about: say('What came out, what was lost, what each jar cost, what prices do.'),
    icon: IconChartLine,
  },
  {
    path: '/printers',
    name: say('Labels and printers'),
    about: say('What your labels look like, your printers, and the labels on their way.'),
    icon: IconPrinter,
  },
  {
    path: '/equipment',
    name: say('Equipment and cleaning'),
    about: say('Kettles and instruments, when each was cleaned and calibrated, what is due.'),
    icon: IconToolsKitchen2,
  },
  {
    path: '/people',
    name: say('People'),
    about: say('Who works here and is at the laptop, so that batches and the history can say so.'),
    icon: IconUsers,
  },
  {
    path: '/directory',
    name: say('Suppliers and places'),
    about: say('Whom you buy from, where you send to, and how to reach them.'),
    icon: IconAddressBook,
  },
  {
    path: '/rules',
    name: say('Rules and sales'),
    about: say('What your state asks, how far that was checked, and what you sold this year.'),
    icon: IconScale,
  },
  {
    path: '/records',
    name: say('Reports'),
    about: say('Production, ingredients and sales of any period, and the inspector’s binder.'),
    icon: IconReportAnalytics,
  },
  {
    path: '/inspector',
    name: say('An inspector is here'),
    about: say('Hand over the laptop: everything can be read, nothing changed.'),
    icon: IconEye,
  },
  {
    path: '/import',
    name: say('Import'),
    about: say('Bring in spreadsheets of purchases, batches and sales, and take everything out in the same tables.'),
    icon: IconTableImport,
  },
  {
    path: '/data',
    name: say('Data and backup'),
    about: say('Make a backup, restore one, check that the record is whole.'),
    icon: IconDatabase,
  },
  {
    path: '/history',
    name: say('History'),
    about: say('Everything that was ever recorded, newest first.'),
    icon: IconHistory,
  },
  {
    path: '/settings',
    name: say('Settings'),
    about: say('Your kitchen’s name, its lot numbers, and how the app looks.'),
    icon: IconSettings,
  },
  {
    path: '/guide',
    name: say('Guide'),
    about: say('A jam maker’s Saturday in nine pictures, to read or to print.'),
    icon: IconMap2,
  },
  {
    path: '/keys',
    name: say('Keys'),
    about: say('Every key that works, on one page to print, with the command cards.'),
    icon: IconKeyboard,
  },
  {
    path: '/about',
    name: say('About Traceberry'),
    about: say('Its version, where your data is, and whose work is in it.'),
    icon: IconInfoCircle,
  },
]

/** The way to everything that is not needed every day. */
export function More() {
  return (
    <Page title={say('More')}>
      <nav aria-label={say('More screens')}>
        <ul className={styles['tiles']}>
          {tiles().map((tile) => (
            <li key={tile.path}>
              <Link href={tile.path} className={styles['tile'] ?? ''}>
                <tile.icon className={styles['icon']} size={36} stroke={1.6} aria-hidden />
                <span className={styles['words']}>
                  <strong className={styles['name']}>{tile.name}</strong>
                  <span className={styles['about']}>{tile.about}</span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <MoreLookAround />
    </Page>
  )
}
