import { useSearch } from 'wouter'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Card, Empty, Page } from '../../ui/Page.tsx'
import { OpenSheets } from './OpenSheets.tsx'
import { SheetsForm } from './SheetsForm.tsx'

/** Sheets of paper for a power cut: print them beforehand, and type in afterwards what was written on them. */
export function BlankSheets() {
  const wanted = new URLSearchParams(useSearch()).get('product')
  const products = useAnswer('products', 'list', {})
  const plans = useAnswer('plans', 'list', {})
  return (
    <Page
      title="Blank sheets"
      under="For a power cut: a page for each batch, to write on by hand. Scan its code later, and the batch page opens filled in."
      actions={
        <LinkButton to="/plans" variant="default">
          Plans
        </LinkButton>
      }
    >
      <Answered answer={products}>
        {(known) =>
          known.length === 0 ? (
            <Empty title="No product yet" action={<LinkButton to="/products/new">Write the first recipe</LinkButton>}>
              A sheet holds what a recipe says, with room to write.
            </Empty>
          ) : (
            <Answered answer={plans}>
              {(planned) => (
                <>
                  <OpenSheets />
                  <Card title="Print sheets">
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
