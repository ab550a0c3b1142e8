import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Dots } from '../labels/Dots.tsx'
import styles from './KeyMap.module.css'
import { say } from '../../../shared/words/say.ts'

/** The cards that a scanner presses keys with, to cut out of the printed page; as labels they have a screen of their own. */
export function CommandCards() {
  const cards = useAnswer('cards', 'preview', { thing: { kind: 'commands' } })
  return (
    <section className={styles['cards']} aria-label={say('Command cards')}>
      <div className={styles['cardsHead']}>
        <h2>{say('Cards for the scanner')}</h2>
        <p>{say('A scanned card does what its key does, on every screen. Print this page, or the cards as labels.')}</p>
        <LinkButton to="/cards/commands" variant="default" className="tb-screen-only">
          {say('As labels')}
        </LinkButton>
      </div>
      <Answered answer={cards} lines={4}>
        {({ labels }) => (
          <ul>
            {labels.map((label) => (
              <li key={label.code}>
                <Dots
                  raster={label}
                  scale={190 / label.widthDots}
                  name={say('Card {name}, {code}', { name: label.name, code: label.code })}
                />
              </li>
            ))}
          </ul>
        )}
      </Answered>
    </section>
  )
}
