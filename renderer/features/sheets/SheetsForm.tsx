import { useWatch } from 'react-hook-form'
import { contract } from '../../../shared/api/contract.ts'
import type { PlanRow } from '../../../shared/api/plans.ts'
import { showDay } from '../../../shared/domain/day.ts'
import { countWord } from '../../../shared/domain/quantity.ts'
import type { AnswerOf } from '../../api/door.ts'
import { NumberField } from '../../forms/fields.tsx'
import { FormFrame, FormProblem } from '../../forms/FormFrame.tsx'
import { SaveBar } from '../../forms/SaveBar.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { Dim, Table } from '../../ui/Table.tsx'
import { countOf } from '../../ui/words.ts'
import { planSize, planSource } from '../plans/planWords.ts'
import { useSaveSheets } from './useSaveSheets.ts'

const schema = contract.blankSheets.make.input.omit({ requestId: true })

interface SheetsFormProps {
  readonly products: AnswerOf<'products', 'list'>
  readonly plans: readonly PlanRow[]
  /** The product that a sheet is wanted of; null where nobody said. */
  readonly wanted: number | null
}

/** How many sheets of what: of each plan, and of any product in any size. */
export function SheetsForm({ products, plans, wanted }: SheetsFormProps) {
  const save = useSaveSheets()
  const command = useCommandForm({
    schema,
    defaults: {
      sheets: [
        ...plans.map(({ id, productId }) => ({ productId, planId: id, planned: null, copies: 0 })),
        ...products.map(({ id, expectedYield }) => ({
          productId: id,
          planId: null,
          planned: expectedYield,
          copies: id === wanted ? 1 : 0,
        })),
      ],
    },
    domain: 'blankSheets',
    operation: 'make',
    onDone: ({ sheetIds }) => void save(sheetIds),
  })
  const { control } = command.form
  const sum = useWatch({ control, name: 'sheets' }).reduce(
    (total, { copies }) => total + (typeof copies === 'number' && copies > 0 ? copies : 0),
    0,
  )
  const rows: readonly Row[] = [
    ...plans.map((plan, at) => ({ at, name: plan.product, plan, unit: plan.unit })),
    ...products.map(({ name, unit }, at) => ({ at: plans.length + at, name, plan: null, unit })),
  ]
  const first = rows.find(({ at }) => products[at - plans.length]?.id === wanted) ?? rows[0]
  return (
    <FormFrame command={command} name="Print blank sheets" enterMovesOn>
      <Table
        label="What to print sheets for"
        rows={rows}
        keyOf={({ at }) => at}
        columns={[
          { head: 'Product', names: true, cell: ({ name }) => name },
          {
            head: 'Sheets',
            cell: (row) => (
              <NumberField
                control={control}
                name={`sheets.${row.at}.copies`}
                aria-label={`Sheets of ${nameOf(row)}`}
                autoFocus={row === first}
                onFocus={(event) => event.currentTarget.select()}
                w="5rem"
              />
            ),
          },
          {
            head: 'Size',
            cell: ({ at, name, plan, unit }) =>
              plan ? (
                planSize(plan)
              ) : (
                <NumberField
                  control={control}
                  name={`sheets.${at}.planned`}
                  aria-label={`Size of ${name} in ${countWord(unit, 2)}`}
                  data-enter-skips
                  w="9rem"
                  rightSection={<Dim>{countWord(unit, 2)}</Dim>}
                  rightSectionWidth="auto"
                  rightSectionProps={{ style: { paddingRight: 10 } }}
                />
              ),
          },
          {
            head: 'By',
            cell: ({ plan }) =>
              plan ? `the plan for ${showDay(plan.day)}: ${planSource(plan)}` : <Dim>the newest recipe</Dim>,
          },
        ]}
      />
      <SaveBar busy={command.busy}>
        {sum === 0 ? 'Save sheets to print' : `Save ${countOf(sum, 'sheet')} to print`}
      </SaveBar>
      <FormProblem command={command} />
    </FormFrame>
  )
}

interface Row {
  /** Where it stands in the form. */
  readonly at: number
  readonly name: string
  readonly plan: PlanRow | null
  readonly unit: string
}

function nameOf({ name, plan }: Row): string {
  return plan ? `${name}, planned for ${showDay(plan.day)}` : name
}
