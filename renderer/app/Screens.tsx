import { Route, Switch } from 'wouter'
import { About } from '../features/about/About.tsx'
import { Batch } from '../features/make/Batch.tsx'
import { BatchLabels } from '../features/labels/BatchLabels.tsx'
import { Make } from '../features/make/Make.tsx'
import { RecordBatch } from '../features/make/RecordBatch.tsx'
import { Cards } from '../features/cards/Cards.tsx'
import { Compare } from '../features/compare/Compare.tsx'
import { ComplaintPage } from '../features/complaints/ComplaintPage.tsx'
import { Complaints } from '../features/complaints/Complaints.tsx'
import { Data } from '../features/data/Data.tsx'
import { Designs } from '../features/designs/Designs.tsx'
import { EditDesign, NewDesign } from '../features/designs/EditDesign.tsx'
import { Directory } from '../features/directory/Directory.tsx'
import { Place } from '../features/directory/Place.tsx'
import { DrillPage } from '../features/drills/DrillPage.tsx'
import { Drills } from '../features/drills/Drills.tsx'
import { Guide } from '../features/guide/Guide.tsx'
import { HistoryList } from '../features/data/HistoryList.tsx'
import { Equipment } from '../features/crew/Equipment.tsx'
import { InspectorIsHere } from '../features/inspect/InspectorIsHere.tsx'
import { People } from '../features/crew/People.tsx'
import { KeyMap } from '../features/keys/KeyMap.tsx'
import { MissingFacts } from '../features/missing/MissingFacts.tsx'
import { ImportDesk } from '../features/imports/ImportDesk.tsx'
import { Imports } from '../features/imports/Imports.tsx'
import { More } from '../features/more/More.tsx'
import { BinScreen } from '../features/pantry/BinScreen.tsx'
import { Ingredient } from '../features/pantry/Ingredient.tsx'
import { Lot } from '../features/pantry/Lot.tsx'
import { OpeningStock } from '../features/pantry/OpeningStock.tsx'
import { Pantry } from '../features/pantry/Pantry.tsx'
import { Receive } from '../features/pantry/Receive.tsx'
import { StockTake } from '../features/pantry/StockTake.tsx'
import { Plans } from '../features/plans/Plans.tsx'
import { Shopping } from '../features/plans/Shopping.tsx'
import { Printers } from '../features/labels/Printers.tsx'
import { EditProduct } from '../features/products/EditProduct.tsx'
import { Products } from '../features/products/Products.tsx'
import { Quality } from '../features/quality/Quality.tsx'
import { Records } from '../features/records/Records.tsx'
import { Recall } from '../features/recall/Recall.tsx'
import { Rules } from '../features/rules/Rules.tsx'
import { RecallPage } from '../features/recalls/RecallPage.tsx'
import { RecallsList } from '../features/recalls/RecallsList.tsx'
import { BlankSheets } from '../features/sheets/BlankSheets.tsx'
import { ScannedSheet } from '../features/sheets/ScannedSheet.tsx'
import { SendOut } from '../features/send/SendOut.tsx'
import { Settings } from '../features/settings/Settings.tsx'
import { Trace } from '../trace/Trace.tsx'
import { TraceHome } from '../trace/TraceHome.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Empty, Page } from '../ui/Page.tsx'
import { places } from './places.ts'
import { say } from '../../shared/words/say.ts'

/** Which path shows which screen, but for the first, Today. */
export function Screens() {
  return (
    <Switch>
      <Route path="/make" component={Make} />
      <Route path="/plans" component={Plans} />
      <Route path="/plans/shopping" component={Shopping} />
      <Route path="/sheets" component={BlankSheets} />
      <Route path="/sheet/:id/:tag">{({ id, tag }) => <ScannedSheet key={id} id={Number(id)} tag={tag} />}</Route>
      <Route path="/make/:productId">
        {({ productId }) => <RecordBatch key={productId} productId={Number(productId)} />}
      </Route>
      <Route path="/batch/:batchId">{({ batchId }) => <Batch batchId={Number(batchId)} />}</Route>
      <Route path="/batch/:batchId/labels">{({ batchId }) => <BatchLabels batchId={Number(batchId)} />}</Route>
      <Route path="/people/:id?">{({ id }) => <People scanned={id === undefined ? null : Number(id)} />}</Route>
      <Route path="/equipment/:id?">{({ id }) => <Equipment scanned={id === undefined ? null : Number(id)} />}</Route>
      <Route path="/inspector" component={InspectorIsHere} />
      <Route path="/missing" component={MissingFacts} />
      <Route path="/pantry" component={Pantry} />
      <Route path="/pantry/receive/:code?">
        {({ code }) => <Receive scanned={code === undefined ? null : decodeURIComponent(code)} />}
      </Route>
      <Route path="/pantry/opening" component={OpeningStock} />
      <Route path="/pantry/count" component={StockTake} />
      <Route path="/bin/:binId">{({ binId }) => <BinScreen key={binId} binId={Number(binId)} />}</Route>
      <Route path="/ingredient/:itemId">{({ itemId }) => <Ingredient key={itemId} itemId={Number(itemId)} />}</Route>
      <Route path="/lot/:lotId">{({ lotId }) => <Lot lotId={Number(lotId)} />}</Route>
      <Route path="/send" component={SendOut} />
      <Route path="/trace" component={TraceHome} />
      <Route path="/trace/:kind/:id/:serial?">
        {({ kind, id, serial }) => (
          <Trace kind={kind} id={Number(id)} serial={serial === undefined ? null : Number(serial)} />
        )}
      </Route>
      <Route path="/recall" component={Recall} />
      <Route path="/drills" component={Drills} />
      <Route path="/drills/:drillId">{({ drillId }) => <DrillPage key={drillId} drillId={Number(drillId)} />}</Route>
      <Route path="/recalls" component={RecallsList} />
      <Route path="/recalls/:recallId">
        {({ recallId }) => <RecallPage key={recallId} recallId={Number(recallId)} />}
      </Route>
      <Route path="/more" component={More} />
      <Route path="/products" component={Products} />
      <Route path="/products/new">
        <EditProduct productId={null} />
      </Route>
      <Route path="/products/:productId">
        {({ productId }) => <EditProduct key={productId} productId={Number(productId)} />}
      </Route>
      <Route path="/complaints" component={Complaints} />
      <Route path="/complaints/:complaintId">
        {({ complaintId }) => <ComplaintPage key={complaintId} complaintId={Number(complaintId)} />}
      </Route>
      <Route path="/compare/:ids?">{({ ids = '' }) => <Compare asked={ids} />}</Route>
      <Route path="/quality" component={Quality} />
      <Route path="/printers" component={Printers} />
      <Route path="/cards/:kind/:id?">
        {({ kind, id }) => <Cards key={`${kind} ${id}`} kind={kind} id={id === undefined ? null : Number(id)} />}
      </Route>
      <Route path="/designs" component={Designs} />
      <Route path="/designs/new" component={NewDesign} />
      <Route path="/designs/:designId">
        {({ designId }) => <EditDesign key={designId} designId={Number(designId)} />}
      </Route>
      <Route path="/directory" component={Directory} />
      <Route path="/place/:placeId">{({ placeId }) => <Place key={placeId} placeId={Number(placeId)} />}</Route>
      <Route path="/rules" component={Rules} />
      <Route path="/records" component={Records} />
      <Route path="/import" component={Imports} />
      <Route path="/import/:importId">
        {({ importId }) => <ImportDesk key={importId} importId={Number(importId)} />}
      </Route>
      <Route path="/data" component={Data} />
      <Route path="/history" component={HistoryList} />
      <Route path="/settings" component={Settings} />
      <Route path="/keys">
        <KeyMap places={places} />
      </Route>
      <Route path="/guide" component={Guide} />
      <Route path="/about" component={About} />
      <Route>
        <Page title={say('There is no such screen')}>
          <Empty
            title={say('The address does not lead anywhere')}
            action={<LinkButton to="/">{say('Go to Today')}</LinkButton>}
          >
            {say('Everything that was saved is still there. F1 to F7 lead to the six places and to More.')}
          </Empty>
        </Page>
      </Route>
    </Switch>
  )
}
