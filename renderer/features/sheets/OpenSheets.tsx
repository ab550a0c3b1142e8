import { Button } from '@mantine/core'
import { countOf } from '../../../shared/words/counted.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Card } from '../../ui/Page.tsx'
import { Dim, Table } from '../../ui/Table.tsx'
import { moment } from '../../ui/words.ts'
import { sheetPath } from './sheetPath.ts'
import { useSaveSheets } from './useSaveSheets.ts'
import { say } from '../../../shared/words/say.ts'

/** Sheets that were printed and not typed in yet, for kitchens without a scanner. Nothing where there are none. */
export function OpenSheets() {
  const sheets = useAnswer('blankSheets', 'open', {}).data ?? []
  const save = useSaveSheets()
  if (sheets.length === 0) return null
  return (
    <Card title={say('Printed, not typed in')}>
      <Table
        label={say('Printed, not typed in')}
        rows={sheets}
        keyOf={(sheet) => sheet.id}
        columns={[
          { head: say('Product'), names: true, cell: (sheet) => sheet.product },
          { head: say('Size'), cell: (sheet) => countOf(sheet.planned, sheet.unit) },
          { head: say('Code'), cell: (sheet) => sheet.code },
          { head: say('Printed'), cell: (sheet) => <Dim>{moment(sheet.printedAt)}</Dim> },
          {
            head: say('Then'),
            cell: (sheet) => (
              <>
                <LinkButton
                  to={sheetPath(sheet)}
                  mr={8}
                  aria-label={say('Type in: {product}, {code}', { product: sheet.product, code: sheet.code })}
                >
                  {say('Type in')}
                </LinkButton>
                <Button
                  variant="default"
                  aria-label={say('Print again: {product}, {code}', { product: sheet.product, code: sheet.code })}
                  onClick={() => void save([sheet.id])}
                >
                  {say('Print again')}
                </Button>
              </>
            ),
          },
        ]}
      />
    </Card>
  )
}
