import { useSearch } from 'wouter'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Empty, Page } from '../../ui/Page.tsx'
import { BatchForm } from './BatchForm.tsx'
import { type PageStart, usePageStart } from './usePageStart.ts'
import { say, sayWord } from '../../../shared/words/say.ts'

/** The batch page of a product, filled before the person touches it: new, made again, in progress, or not saved yet. */
export function RecordBatch({ productId }: { readonly productId: number }) {
  const search = useSearch()
  const state = useAnswer('system', 'state', {})
  const product = useAnswer('products', 'get', { productId })
  const start = usePageStart(productId)
  return (
    <Answered page answer={product}>
      {(known) => (
        <Answered page answer={state}>
          {({ today }) => (
            <Answered page answer={start}>
              {(begun) =>
                begun.live && (begun.live.batchId !== null || begun.live.stopReason !== null) ? (
                  <Page title={begun.live.lotNumber}>
                    <Empty
                      title={say('This batch is not in progress any more')}
                      action={
                        <LinkButton to={begun.live.batchId === null ? '/make' : `/batch/${begun.live.batchId}`}>
                          {begun.live.batchId === null ? say('Go to Make') : say('Open the batch')}
                        </LinkButton>
                      }
                    >
                      {begun.live.stopReason === null
                        ? say('It was saved.')
                        : say('It was stopped: {stopReason}.', { stopReason: begun.live.stopReason })}
                    </Empty>
                  </Page>
                ) : begun.plan && (begun.plan.batch !== null || begun.plan.cancelReason !== null) ? (
                  <DonePlan plan={begun.plan} />
                ) : (
                  <BatchForm key={search} product={known} today={today} start={begun} />
                )
              }
            </Answered>
          )}
        </Answered>
      )}
    </Answered>
  )
}

/** A plan that cannot be begun any more, and where it went. */
function DonePlan({ plan }: { readonly plan: NonNullable<PageStart['plan']> }) {
  return (
    <Page title={plan.product}>
      <Empty
        title={say('This plan is done with')}
        action={
          plan.batch ? (
            <LinkButton to={`/batch/${plan.batch.batchId}`}>{say('Open the batch')}</LinkButton>
          ) : (
            <LinkButton to="/plans">{say('Go to Plans')}</LinkButton>
          )
        }
      >
        {plan.batch
          ? say('It was made as {lotNumber}.', { lotNumber: plan.batch.lotNumber })
          : say('It was taken off the list: {cancelReason}.', { cancelReason: sayWord(plan.cancelReason ?? '') })}
      </Empty>
    </Page>
  )
}
