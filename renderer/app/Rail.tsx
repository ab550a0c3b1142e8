import { Link, useLocation } from 'wouter'
import { mapPath } from './keyMapPath.ts'
import { keySections } from './keySections.ts'
import { isIn, type Place } from './places.ts'
import styles from './Rail.module.css'
import { say, sayWord } from '../../shared/words/say.ts'

/** The left rail: every place with its key, and before them the way past them. */
export function Rail({ places, onSkip }: { readonly places: readonly Place[]; readonly onSkip: () => void }) {
  const [path] = useLocation()
  return (
    <nav className={`${styles['rail']} tb-screen-only`} aria-label={say('Places')}>
      <button type="button" className="tb-skip" onClick={onSkip}>
        {say('Skip to the screen')}
      </button>
      <img className={styles['logo']} src="./icon.svg" alt={say('Traceberry')} width={44} height={44} />
      {places.map((place) => (
        <Link
          key={place.path}
          href={place.path}
          className={`${styles['place']} ${place.path === '/more' ? styles['last'] : ''}`}
          aria-current={isIn(place, path) ? 'page' : undefined}
          aria-keyshortcuts={place.key}
        >
          <place.icon size={26} stroke={1.7} aria-hidden />
          {sayWord(place.name)}
          <span className={styles['key']} aria-hidden>
            {place.key}
          </span>
        </Link>
      ))}
      <Link
        href={mapPath(path)}
        className={styles['keys'] ?? ''}
        aria-current={path === '/keys' ? 'page' : undefined}
        aria-keyshortcuts={keySections.everywhere.keys.keys.key}
      >
        {say('Keys')}
        <span className={styles['key']} aria-hidden>
          {keySections.everywhere.keys.keys.key}
        </span>
      </Link>
    </nav>
  )
}
