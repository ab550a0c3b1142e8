import { useSearch } from 'wouter'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Card, Empty, Page } from '../../ui/Page.tsx'
import { OpenSheets } from './OpenSheets.tsx'
import { SheetsForm } from './SheetsForm.tsx'
import { say } from '../../../shared/words/say.ts'

/** Sheets of paper for a power cut: print them beforehand, and type in afterwards what was written on them. */
export function BlankSheets() {
  const wanted = new URLSearchParams(useSearch()).get('product')
  const products = useAnswer('products', 'list', {})
  const plans = useAnswer('plans', 'list', {})
  return (
    <Page
      title={say('Blank sheets')}
      under={say(
        'For a power cut: a page for each batch, to write on by hand. Scan its code later, and the batch page opens filled in.',
      )}
      actions={
        <LinkButton to="/plans" variant="default">
          {say('Plans')}
        </LinkButton>
      }
    >
      <Answered answer={products}>
        {(known) =>
          known.length === 0 ? (
            <Empty
              title={say('No product yet')}
              action={<LinkButton to="/products/new">{say('Write the first recipe')}</LinkButton>}
            >
              {say('A sheet holds what a recipe says, with room to write.')}
            </Empty>
          ) : (
            <Answered answer={plans}>
              {(planned) => (
                <>
                  <OpenSheets />
                  <Card title={say('Print sheets')}>
                    <SheetsForm products={known} plans={planned} wanted={wanted === null ? null : Number(wanted)} />
                  </Card>
                </>
              )}
            </Answered>
          )
        }
      </Answered>
    </Page>
  )
}
