import { Kbd } from '@mantine/core'
import { useEffect } from 'react'
import { api } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { isKey } from '../../app/keys.ts'
import { keySections } from '../../app/keySections.ts'
import { Card } from '../../ui/Page.tsx'
import { Dim } from '../../ui/Table.tsx'
import { saveFile } from '../../ui/saveFile.ts'
import { toastDone, toastError } from '../../ui/toast.ts'
import { FsmaGaps } from './FsmaGaps.tsx'
import type { Period } from './periods.ts'
import styles from './Records.module.css'
import { SaveButtons } from './SaveButtons.tsx'
import { SaveLarge } from './SaveLarge.tsx'
import { said } from '../../ui/said.ts'
import { say } from '../../../shared/words/say.ts'

const BINDER = keySections.records.keys.binder

/** Files that others ask for: an inspector, the FDA, a customer’s computer. */
export function ForInspectors({ period }: { readonly period: Period }) {
  useBinderKey(period)
  return (
    <Card title={say('To hand over')}>
      <dl className={styles['files']}>
        <div>
          <dt>{said('Inspector’s binder {key}', { key: <Kbd>{BINDER.key}</Kbd> })}</dt>
          <dd>
            <Dim>{say('Every log of the period in one PDF, or as a folder of a web page and tables (ZIP).')}</Dim>
            <SaveButtons
              what={say('the inspector’s binder')}
              formats={['pdf', 'zip']}
              make={async (format) => await api.records.binder({ format, ...period })}
            />
          </dd>
        </div>
        <div>
          <dt>{say('FDA traceability spreadsheet')}</dt>
          <dd>
            <Dim>
              {say(
                'Receiving, transformation and shipping with the columns of the Food Traceability Rule (21 CFR part 1, subpart S). Most kitchens that sell mainly to the people who eat the food, and sold $250,000 of food or less a year, are exempt, and jams, breads and sauces are mostly not on its list. The FDA does not enforce the rule before July 20, 2028. This is not legal advice.',
              )}
            </Dim>
            <SaveLarge
              what={say('the traceability spreadsheet')}
              formats={['xlsx']}
              begin={async () => await api.records.fsma(period)}
            />
            <FsmaGaps period={period} />
          </dd>
        </div>
        <div>
          <dt>{say('Events for other computers')}</dt>
          <dd>
            <Dim>{say('What was received, made, shipped, sold, destroyed and held, as GS1 EPCIS 2.0.')}</Dim>
            <SaveLarge
              what={say('the events')}
              formats={['jsonld']}
              begin={async () => await api.records.epcis(period)}
            />
          </dd>
        </div>
      </dl>
    </Card>
  )
}

/** F9 saves the binder, as PDF where this computer makes one. */
function useBinderKey(period: Period): void {
  const state = useAnswer('system', 'state', {})
  const format = state.data?.capabilities.printToPdf === false ? 'zip' : 'pdf'
  useEffect(() => {
    async function save(): Promise<void> {
      try {
        const file = await api.records.binder({ format, ...period })
        saveFile(file)
        toastDone(say('Saved as {file}.', { file: file.name }))
      } catch (error) {
        toastError(error)
      }
    }
    function onKey(event: KeyboardEvent): void {
      if (!isKey(event, BINDER)) return
      event.preventDefault()
      if (!event.repeat) void save()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [format, period])
}
