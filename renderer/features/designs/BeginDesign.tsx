import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import type { starters } from '../../../shared/api/designs.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Card } from '../../ui/Page.tsx'
import styles from './Designs.module.css'
import { Thumbnail } from './Thumbnail.tsx'
import { say, sayWord } from '../../../shared/words/say.ts'

type Starter = (typeof starters)[number]

const names: Readonly<Record<Starter, string>> = {
  jar: 'Jar with bars, 2¼ × 1¼ in',
  'jar-qr': 'Jar with a QR code, 2¼ × 1¼ in',
  'jar-small': 'Small jar with a DataMatrix, 2 × 1 in',
  'full-qr': 'With ingredients and statement, 4 × 2 in',
  lid: 'Round lid, 2 in',
  case: 'Wholesale case, 4 × 6 in',
  bag: 'Ingredient bag, 2¼ × 1¼ in',
  shelf: 'Shelf, 2¼ × 1¼ in',
  person: 'Card of a person, 2¼ × 1¼ in',
  equipment: 'Card of equipment, 2¼ × 1¼ in',
  recipe: 'Recipe card, 4 × 6 in',
  command: 'Cards of commands, 2¼ × 1¼ in',
  delivery: 'Delivery, 4 × 6 in',
}

/** The layouts that come with the app, to begin a label from. */
export function BeginDesign() {
  const [starter, setStarter] = useState<Starter>('jar')
  const answer = useAnswer('designs', 'starter', { starter }, { keepLast: true })
  return (
    <Card title={say('Begin with a layout')}>
      <div className={styles['begin']}>
        <div className={styles['choose']}>
          <NativeSelect
            label={say('Layout')}
            description={say('Any size and everything on it can be changed')}
            value={starter}
            onChange={(event) => setStarter(event.currentTarget.value as Starter)}
            data={Object.entries(names).map(([value, label]) => ({ value, label: sayWord(label) }))}
          />
          <LinkButton to={`/designs/new?starter=${starter}`}>{say('Design a label')}</LinkButton>
        </div>
        <Thumbnail design={answer.data?.design} room={[600, 256]} />
      </div>
    </Card>
  )
}
