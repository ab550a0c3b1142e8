import { Button, Kbd } from '@mantine/core'
import { useLocation, useSearch } from 'wouter'
import { keySections, type KeySection } from '../../app/keySections.ts'
import { isIn, type Place } from '../../app/places.ts'
import { useSectionKeys } from '../../app/useSectionKeys.ts'
import { Caps } from '../../ui/Caps.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { useReadOnly } from '../../ui/readOnly.ts'
import { CommandCards } from './CommandCards.tsx'
import { placeKeys } from './placeKeys.ts'
import styles from './KeyMap.module.css'
import { say, sayWord } from '../../../shared/words/say.ts'

const { guide } = keySections.map.keys

/** Every key that works, those of the screen one came from first; on one page of paper with the command cards. */
export function KeyMap({ places }: { readonly places: readonly Place[] }) {
  const inspecting = useReadOnly()
  const [, go] = useLocation()
  useSectionKeys('map', { guide: inspecting ? undefined : () => go('/guide') })
  const from = new URLSearchParams(useSearch()).get('from') ?? '/'
  const place = places.find((each) => isIn(each, from))
  const sections: readonly KeySection[] = Object.values(keySections)
  const working = sections.filter(
    (section) => section !== keySections.inspector && (!inspecting || section.inspecting === true),
  )
  const everywhere = working.filter(({ on }) => on === null)
  const here = working.filter(({ on }) => on?.test(from))
  const elsewhere = working.filter(({ on }) => on !== null && !on.test(from))
  return (
    <>
      <div className={styles['head']}>
        <h1>{say('Keys')}</h1>
        <p>
          {say(
            'Every button can be reached with Tab and pressed with Enter. Single keys work while no field has the focus; Cmd is as good as Ctrl.',
          )}
        </p>
        <div className={`${styles['actions']} tb-screen-only`}>
          <LinkButton to={from} variant="default">
            {place ? say('Back to {place}', { place: sayWord(place.name) }) : say('Back to the screen before')}
          </LinkButton>
          {inspecting ? null : (
            <LinkButton to="/guide" variant="default" aria-keyshortcuts={guide.key}>
              {say('Guide')}
              {'\u00A0'}
              <Kbd aria-hidden>{guide.key}</Kbd>
            </LinkButton>
          )}
          <Button aria-keyshortcuts={keySections.everywhere.keys.print.key} onClick={() => window.print()}>
            {say('Print')}
            {'\u00A0'}
            <Kbd aria-hidden>{'Ctrl P'}</Kbd>
          </Button>
        </div>
      </div>
      <div className={styles['map']}>
        {here.length > 0 ? (
          <Part title={say('On the screen you came from')} sections={here} marked />
        ) : (
          <p className={`${styles['none']} tb-screen-only`}>
            {say('The screen you came from has no keys of its own: those for everywhere work there.')}
          </p>
        )}
        <Part
          title={say('Everywhere')}
          sections={[
            ...(inspecting ? [keySections.inspector] : []),
            { title: 'Places', on: null, keys: placeKeys(places) },
            ...everywhere,
          ]}
        />
        <Part title={say('On other screens')} sections={elsewhere} />
      </div>
      {inspecting ? null : <CommandCards />}
    </>
  )
}

interface PartProps {
  readonly title: string
  readonly sections: readonly KeySection[]
  readonly marked?: boolean
}

function Part({ title, sections, marked = false }: PartProps) {
  return (
    <section className={`${styles['part']} ${marked ? styles['marked'] : ''}`} aria-label={title}>
      <h2>{title}</h2>
      <div className={styles['sections']}>
        {sections.map((section) => (
          <div key={section.title} className={styles['section']}>
            <h3>{sayWord(section.title)}</h3>
            <dl>
              {Object.values(section.keys).map(({ key, does, when }) => (
                <div key={`${key} ${does}`}>
                  <dt>
                    <Caps of={key} />
                  </dt>
                  <dd>
                    {sayWord(does)}
                    {when === undefined ? null : <span className={styles['when']}>, {sayWord(when)}</span>}
                  </dd>
                </div>
              ))}
            </dl>
          </div>
        ))}
      </div>
    </section>
  )
}
