import { lazy, Suspense } from 'react'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Card, Page } from '../../ui/Page.tsx'
import { DataFolder } from '../data/DataFolder.tsx'
import styles from './About.module.css'
import { say } from '../../../shared/words/say.ts'

// A hundred kilobytes of licences that are read once, if ever.
const Licences = lazy(async () => await import('./Licences.tsx'))

/** What this is, what it is not, where the record lies, and whose work is in it. */
export function About() {
  const state = useAnswer('system', 'state', {})
  return (
    <Answered answer={state} page>
      {({ version, dataFolder, capabilities }) => (
        <Page title={say('About Traceberry')} under={say('Version {version}', { version })}>
          <Card title={say('What it is')}>
            <div className={styles['about']}>
              <p>{say('Works without a network; nothing leaves this computer but what you print and save.')}</p>
              <p>
                {say(
                  'Traceberry keeps your records and finds them again. It is not legal advice: ask your state which rules hold for your kitchen.',
                )}
              </p>
            </div>
          </Card>
          <Card title={say('Where the record is')}>
            <DataFolder folder={dataFolder} canShow={capabilities.showFolder} />
          </Card>
          <Card title={say('Made with the work of others')}>
            <p className={styles['about']}>
              {say(
                'React, Mantine, SQLite (public domain), Electron and others; icons by Tabler; the fonts Inter and IBM Plex Sans (SIL Open Font License). Each under its licence:',
              )}
            </p>
            <Suspense fallback={<span aria-busy="true">…</span>}>
              <Licences />
            </Suspense>
          </Card>
        </Page>
      )}
    </Answered>
  )
}
