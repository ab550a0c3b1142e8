import { Button, Kbd } from '@mantine/core'
import { keySections } from '../../app/keySections.ts'
import { Caps } from '../../ui/Caps.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Page } from '../../ui/Page.tsx'
import { type Chapter, chapters } from './chapters.ts'
import styles from './Guide.module.css'
import { say, spoken } from '../../../shared/words/say.ts'

const { print } = keySections.everywhere.keys

/** How the day of a kitchen goes, on nine pictures: to read, to follow into the screens, and to print. */
export function Guide() {
  return (
    <Page
      title={say('Guide')}
      under={say('A jam maker’s Saturday, from the recipe to the backup. The pictures are of the demo kitchen.')}
      actions={
        <Button aria-keyshortcuts={print.key} onClick={() => window.print()}>
          {say('Print')}
          {'\u00A0'}
          <Kbd aria-hidden>{'Ctrl P'}</Kbd>
        </Button>
      }
    >
      <ol className={styles['chapters']}>
        {chapters().map((chapter, at) => (
          <Part key={chapter.picture} chapter={chapter} number={at + 1} />
        ))}
      </ol>
    </Page>
  )
}

function Part({ chapter, number }: { readonly chapter: Chapter; readonly number: number }) {
  const { picture, title, sentences, shows, keys, to, link } = chapter
  return (
    <li className={styles['chapter']}>
      <div className={styles['words']}>
        <h2>
          <span className={styles['number']} aria-hidden>
            {number}
          </span>
          {title}
        </h2>
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <dl>
          {keys.map(([key, does]) => (
            <div key={key}>
              <dt>
                <Caps of={key} />
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <LinkButton to={to} variant="light" className="tb-screen-only">
          {link}
        </LinkButton>
      </div>
      {/* Three of its dots are two of the screen: a `src` beside it would be taken for one each, and shown larger. */}
      <img srcSet={`./guide/${picture}-${spoken()}.webp 1.5x`} alt={shows} />
    </li>
  )
}
