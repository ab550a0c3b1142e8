import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Card, Page } from '../../ui/Page.tsx'
import { BackupNow } from './BackupNow.tsx'
import { BackupList } from './BackupList.tsx'
import { CheckRecord } from './CheckRecord.tsx'
import { DataFolder } from './DataFolder.tsx'

/** Where the record lies, its backups, and whether it is whole. */
export function Data() {
  const state = useAnswer('system', 'state', {})
  const backups = useAnswer('backups', 'list', {})
  return (
    <Page
      title="Data and backup"
      under="Everything is on this computer and nowhere else. A backup on a stick in a drawer is what saves you."
      actions={
        <LinkButton to="/history" variant="default">
          History
        </LinkButton>
      }
    >
      <Answered answer={state}>
        {({ today, zone, dataFolder, capabilities }) => (
          <>
            <Card title="Last backup">
              <Answered answer={backups}>
                {(kept) => <BackupNow kept={kept} today={today} zone={zone} canChoose={capabilities.pickFolder} />}
              </Answered>
            </Card>
            <Card title="Is the record whole?">
              <CheckRecord />
            </Card>
            <Card title="Backups">
              <Answered answer={backups}>{(kept) => <BackupList backups={kept.backups} />}</Answered>
            </Card>
            <Card title="Where the record is">
              <DataFolder folder={dataFolder} canShow={capabilities.showFolder} />
            </Card>
          </>
        )}
      </Answered>
    </Page>
  )
}
