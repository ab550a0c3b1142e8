import { useWatch } from 'react-hook-form'
import { contract } from '../../../shared/api/contract.ts'
import type { PlanRow } from '../../../shared/api/plans.ts'
import type { AnswerOf } from '../../api/door.ts'
import { NumberField } from '../../forms/fields.tsx'
import { FormFrame } from '../../forms/FormFrame.tsx'
import { SaveBar } from '../../forms/SaveBar.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { Dim, Table } from '../../ui/Table.tsx'
import { planSize, planSource } from '../plans/planWords.ts'
import { useSaveSheets } from './useSaveSheets.ts'
import { countOf, nounFor } from '../../../shared/words/counted.ts'
import { sayDay } from '../../../shared/words/day.ts'
import { say } from '../../../shared/words/say.ts'

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
    <FormFrame command={command} name={say('Print blank sheets')} enterMovesOn>
      <Table
        label={say('What to print sheets for')}
        rows={rows}
        keyOf={({ at }) => at}
        columns={[
          { head: say('Product'), names: true, cell: ({ name }) => name },
          {
            head: say('Sheets'),
            cell: (row) => (
              <NumberField
                control={control}
                name={`sheets.${row.at}.copies`}
                aria-label={say('Sheets of {product}', { product: nameOf(row) })}
                autoFocus={row === first}
                onFocus={(event) => event.currentTarget.select()}
                w="5rem"
              />
            ),
          },
          {
            head: say('Size'),
            cell: ({ at, name, plan, unit }) =>
              plan ? (
                planSize(plan)
              ) : (
                <NumberField
                  control={control}
                  name={`sheets.${at}.planned`}
                  aria-label={say('Size of {name} in {unit}', { name, unit: nounFor(unit, 2) })}
                  data-enter-skips
                  w="9rem"
                  rightSection={<Dim>{nounFor(unit, 2)}</Dim>}
                  rightSectionWidth="auto"
                  rightSectionProps={{ style: { paddingRight: 10 } }}
                />
              ),
          },
          {
            head: say('{of, select, recipe {By} other {By}}', { of: 'recipe' }),
            cell: ({ plan }) =>
              plan ? (
                say('the plan for {day}: {source}', { day: sayDay(plan.day), source: planSource(plan) })
              ) : (
                <Dim>{say('the newest recipe')}</Dim>
              ),
          },
        ]}
      />
      <SaveBar command={command}>
        {sum === 0 ? say('Save sheets to print') : say('Save {sheets} to print', { sheets: countOf(sum, 'sheet') })}
      </SaveBar>
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
  return plan ? say('{product}, planned for {day}', { product: name, day: sayDay(plan.day) }) : name
}
