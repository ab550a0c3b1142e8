import { Button } from '@mantine/core'
import { useAnswer } from '../../api/useAnswer.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Card } from '../../ui/Page.tsx'
import { Dim, Table } from '../../ui/Table.tsx'
import { countOf, moment } from '../../ui/words.ts'
import { sheetPath } from './sheetPath.ts'
import { useSaveSheets } from './useSaveSheets.ts'

/** Sheets that were printed and not typed in yet, for kitchens without a scanner. Nothing where there are none. */
export function OpenSheets() {
  const sheets = useAnswer('blankSheets', 'open', {}).data ?? []
  const save = useSaveSheets()
  if (sheets.length === 0) return null
  return (
    <Card title="Printed, not typed in">
      <Table
        label="Printed, not typed in"
        rows={sheets}
        keyOf={(sheet) => sheet.id}
        columns={[
          { head: 'Product', names: true, cell: (sheet) => sheet.product },
          { head: 'Size', cell: (sheet) => countOf(sheet.planned, sheet.unit) },
          { head: 'Code', cell: (sheet) => sheet.code },
          { head: 'Printed', cell: (sheet) => <Dim>{moment(sheet.printedAt)}</Dim> },
          {
            head: 'Then',
            cell: (sheet) => (
              <>
                <LinkButton to={sheetPath(sheet)} mr={8} aria-label={`Type in: ${sheet.product}, ${sheet.code}`}>
                  Type in
                </LinkButton>
                <Button
                  variant="default"
                  aria-label={`Print again: ${sheet.product}, ${sheet.code}`}
                  onClick={() => void save([sheet.id])}
                >
                  Print again
                </Button>
              </>
            ),
          },
        ]}
      />
    </Card>
  )
}
