import { ActionIcon, Button } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useFieldArray, useWatch } from 'react-hook-form'
import { expectationText, readLimit } from '../../../shared/domain/expectation.ts'
import { readingsToChoose } from '../../../shared/domain/reading.ts'
import { SuggestField, TextField } from '../../forms/fields.tsx'
import styles from './Expectations.module.css'
import { blankReading, type ProductFormReturn } from './productValues.ts'
import { say } from '../../../shared/words/say.ts'

/** What is read while the product is made, with its limits, and what it is made with. */
export function Expectations({ form }: { readonly form: ProductFormReturn }) {
  const { control } = form
  const readings = useFieldArray({ control, name: 'readings' })
  const equipment = useFieldArray({ control, name: 'equipment' })
  return (
    <>
      {readings.fields.length > 0 ? (
        <div className={`${styles['reading']} ${styles['head']}`} aria-hidden>
          <span>{say('Read')}</span>
          <span>{say('At least')}</span>
          <span>{say('At most')}</span>
          <span>{say('Unit')}</span>
          <span />
        </div>
      ) : null}
      {readings.fields.map((reading, at) => (
        <div key={reading.id} className={styles['reading']}>
          <SuggestField
            control={control}
            name={`readings.${at}.name`}
            aria-label={say('Reading {at}', { at: at + 1 })}
            placeholder={say('pH')}
            data={readingsToChoose()}
          />
          <TextField
            control={control}
            name={`readings.${at}.least`}
            aria-label={say('Reading {at}: at least', { at: at + 1 })}
          />
          <TextField
            control={control}
            name={`readings.${at}.most`}
            aria-label={say('Reading {at}: at most', { at: at + 1 })}
            placeholder="4.6"
          />
          <SuggestField
            control={control}
            name={`readings.${at}.unit`}
            aria-label={say('Reading {at}: unit', { at: at + 1 })}
            data={['°F', '°C', 'min', 'h', '°Bx', 'g']}
          />
          <ActionIcon aria-label={say('Remove reading {at}', { at: at + 1 })} onClick={() => readings.remove(at)}>
            <IconTrash size={20} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      {equipment.fields.map((piece, at) => (
        <div key={piece.id} className={styles['piece']}>
          <TextField
            control={control}
            name={`equipment.${at}.name`}
            aria-label={say('Equipment {at}', { at: at + 1 })}
            placeholder={say('Large kettle')}
          />
          <ActionIcon aria-label={say('Remove equipment {at}', { at: at + 1 })} onClick={() => equipment.remove(at)}>
            <IconTrash size={20} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <div className={styles['adds']}>
        <Button
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => readings.append(blankReading, { focusName: `readings.${readings.fields.length}.name` })}
        >
          {say('Add a reading')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => equipment.append({ name: '' }, { focusName: `equipment.${equipment.fields.length}.name` })}
        >
          {say('Add equipment')}
        </Button>
      </div>
    </>
  )
}

/** The expectations in a few words, to be read while they are folded. */
export function ExpectationSummary({ form: { control } }: { readonly form: ProductFormReturn }) {
  const [readings, equipment] = useWatch({ control, name: ['readings', 'equipment'] })
  const said = [
    ...readings
      .filter((reading) => reading.name.trim() !== '')
      .map(({ name, unit, least, most }) =>
        expectationText({ name, unit: unit ?? '', least: readLimit(least), most: readLimit(most) }),
      ),
    ...equipment.map((piece) => piece.name).filter((name) => name.trim() !== ''),
  ]
  return said.length === 0 ? say('pH, temperature and time to read; equipment') : said.join(' · ')
}
