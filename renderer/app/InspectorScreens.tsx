import { Route, Switch } from 'wouter'
import { Compare } from '../features/compare/Compare.tsx'
import { ComplaintPage } from '../features/complaints/ComplaintPage.tsx'
import { Complaints } from '../features/complaints/Complaints.tsx'
import { HistoryList } from '../features/data/HistoryList.tsx'
import { InspectedRecalls } from '../features/inspect/InspectedRecalls.tsx'
import { Inspection } from '../features/inspect/Inspection.tsx'
import { LeaveInspection } from '../features/inspect/LeaveInspection.tsx'
import { KeyMap } from '../features/keys/KeyMap.tsx'
import { Batch } from '../features/make/Batch.tsx'
import { BatchesMade } from '../features/make/BatchesMade.tsx'
import { Lot } from '../features/pantry/Lot.tsx'
import { Quality } from '../features/quality/Quality.tsx'
import { Records } from '../features/records/Records.tsx'
import { Trace } from '../trace/Trace.tsx'
import { TraceHome } from '../trace/TraceHome.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Empty, Page } from '../ui/Page.tsx'
import { inspectorPlaces } from './inspectorPlaces.ts'
import { say } from '../../shared/words/say.ts'

/** Which path shows which screen while an inspector looks: those that only show. */
export function InspectorScreens() {
  return (
    <Switch>
      <Route path="/" component={Inspection} />
      <Route path="/make">
        <Page title={say('Batches')}>
          <BatchesMade />
        </Page>
      </Route>
      <Route path="/batch/:batchId">{({ batchId }) => <Batch batchId={Number(batchId)} />}</Route>
      <Route path="/lot/:lotId">{({ lotId }) => <Lot lotId={Number(lotId)} />}</Route>
      <Route path="/records" component={Records} />
      <Route path="/history" component={HistoryList} />
      <Route path="/trace" component={TraceHome} />
      <Route path="/trace/:kind/:id/:serial?">
        {({ kind, id, serial }) => (
          <Trace kind={kind} id={Number(id)} serial={serial === undefined ? null : Number(serial)} />
        )}
      </Route>
      <Route path="/complaints" component={Complaints} />
      <Route path="/complaints/:complaintId">
        {({ complaintId }) => <ComplaintPage complaintId={Number(complaintId)} />}
      </Route>
      <Route path="/compare/:ids?">{({ ids = '' }) => <Compare asked={ids} />}</Route>
      <Route path="/quality" component={Quality} />
      <Route path="/recalls" component={InspectedRecalls} />
      <Route path="/keys">
        <KeyMap places={inspectorPlaces} />
      </Route>
      <Route path="/leave" component={LeaveInspection} />
      <Route>
        <Page title={say('Not in inspector mode')}>
          <Empty title={say('This screen is for work')} action={<LinkButton to="/">{say('To the record')}</LinkButton>}>
            {say(
              'It records or changes something, and nothing can be changed while an inspector looks. What was recorded is under Batches, Reports, History, Trace and Recalls.',
            )}
          </Empty>
        </Page>
      </Route>
    </Switch>
  )
}
