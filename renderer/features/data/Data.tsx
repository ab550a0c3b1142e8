import { useSearch } from 'wouter'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Card, Page } from '../../ui/Page.tsx'
import { BackupFolders } from './BackupFolders.tsx'
import { BackupList } from './BackupList.tsx'
import { BackupNow } from './BackupNow.tsx'
import { BackupSchedule } from './BackupSchedule.tsx'
import { CheckRecord } from './CheckRecord.tsx'
import { DataFolder } from './DataFolder.tsx'
import { LookElsewhere } from './LookElsewhere.tsx'
import { MoveRecord } from './MoveRecord.tsx'
import { SealBackups } from './SealBackups.tsx'
import { say } from '../../../shared/words/say.ts'

/** Where the record lies, its backups, and whether it is whole. */
export function Data() {
  const state = useAnswer('system', 'state', {})
  const backups = useAnswer('backups', 'list', {})
  const wanted = new URLSearchParams(useSearch()).get('backup')
  return (
    <Page
      title={say('Data and backup')}
      under={say('Everything is on this computer and nowhere else. A backup on a stick in a drawer is what saves you.')}
      actions={
        <LinkButton to="/history" variant="default">
          {say('History')}
        </LinkButton>
      }
    >
      <Answered answer={state}>
        {({ today, zone, dataFolder, capabilities }) => (
          <>
            <Card title={say('Last backup')}>
              <Answered answer={backups}>{(kept) => <BackupNow kept={kept} today={today} zone={zone} />}</Answered>
            </Card>
            <Card title={say('Where backups go')}>
              <Answered answer={backups}>
                {({ folders }) => <BackupFolders folders={folders} canChoose={capabilities.pickFolder} />}
              </Answered>
            </Card>
            <Card title={say('Backups')} aside={capabilities.pickFolder ? <LookElsewhere /> : null}>
              <Answered answer={backups}>{(kept) => <BackupList backups={kept.backups} wanted={wanted} />}</Answered>
            </Card>
            <Card title={say('When backups are made')}>
              <Answered answer={backups}>{({ schedule }) => <BackupSchedule schedule={schedule} />}</Answered>
            </Card>
            <Card title={say('Passphrase')}>
              <Answered answer={backups}>{({ sealed }) => <SealBackups sealed={sealed} />}</Answered>
            </Card>
            <Card title={say('Another computer')}>
              <MoveRecord />
            </Card>
            <Card title={say('Is the record whole?')}>
              <CheckRecord />
            </Card>
            <Card title={say('Where the record is')}>
              <DataFolder folder={dataFolder} canShow={capabilities.showFolder} />
            </Card>
          </>
        )}
      </Answered>
    </Page>
  )
}
