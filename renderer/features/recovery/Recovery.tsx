import { Alert, Button, Group } from '@mantine/core'
import { useState } from 'react'
import { useAnswer } from '../../api/useAnswer.ts'
import { useCommand } from '../../api/useCommand.ts'
import { errorBody } from '../../api/door.ts'
import { Card } from '../../ui/Page.tsx'
import { BackupList } from '../data/BackupList.tsx'
import { DataFolder } from '../data/DataFolder.tsx'
import { LookElsewhere } from '../data/LookElsewhere.tsx'
import styles from './Recovery.module.css'
import { SaveReadable } from './SaveReadable.tsx'
import { say } from '../../../shared/words/say.ts'

/** Stands in place of the app while the record does not open: what is wrong, what is safe, and the ways on. */
export function Recovery({ problem }: { readonly problem: string }) {
  const state = useAnswer('system', 'state', {})
  const backups = useAnswer('backups', 'list', {})
  const retry = useCommand('system', 'retry')
  const [failed, setFailed] = useState<string>()

  async function tryAgain(): Promise<void> {
    setFailed(undefined)
    try {
      const { problem: left } = await retry.run({})
      if (left !== null)
        setFailed(
          left === problem
            ? say('It still does not open.')
            : say('It still does not open. {problem}', { problem: left }),
        )
    } catch (error) {
      setFailed(errorBody(error).message)
    }
    await Promise.all([state.refetch(), backups.refetch()])
  }

  return (
    <main className={styles['page']}>
      <header className={styles['head']}>
        <img src="./icon.svg" alt="" width={56} height={56} />
        <h1 className={styles['title']}>{say('Your record is not open')}</h1>
      </header>
      <Card>
        <Alert color="red" title={say('What is wrong')} role="alert">
          {problem}
        </Alert>
        <h2 className={styles['safe']}>{say('What is safe')}</h2>
        <ul className={styles['list']}>
          <li>{say('Traceberry deleted nothing, and writes nothing to the record while this page is here.')}</li>
          <li>{say('Every backup below was opened and checked when it was made.')}</li>
          <li>{say('Lot numbers already on jars stay taken, whichever backup you choose.')}</li>
        </ul>
        <Group mt="md">
          <Button size="lg" h="var(--tb-target-main)" autoFocus loading={retry.busy} onClick={() => void tryAgain()}>
            {say('Try again')}
          </Button>
          <output>{failed}</output>
        </Group>
      </Card>
      <Card title={say('Go back to a backup')} aside={state.data?.capabilities.pickFolder ? <LookElsewhere /> : null}>
        {backups.data ? (
          <BackupList backups={backups.data.backups} />
        ) : (
          <span className={styles['dim']}>
            {backups.error
              ? say('The backups cannot be listed now. {message}', { message: errorBody(backups.error).message })
              : say('Looking…')}
          </span>
        )}
      </Card>
      <Card title={say('Save what can be read')}>
        <SaveReadable />
      </Card>
      {state.data ? (
        <Card title={say('Where the record is')}>
          <DataFolder folder={state.data.dataFolder} canShow={state.data.capabilities.showFolder} />
        </Card>
      ) : null}
    </main>
  )
}
