import { Alert, List } from '@mantine/core'

const fieldWords: Readonly<Record<string, string>> = {
  product: 'Product name',
  lotNumber: 'Lot number',
  unitNumber: 'Unit number',
  madeOn: 'Day made',
  bestBy: 'Best-by date',
  kitchen: 'Kitchen’s name',
  payload: 'Code',
  pack: 'Pack',
  ingredients: 'Ingredients',
  contains: 'Allergens',
  netContents: 'Net contents',
  maker: 'Name and address',
  statement: 'State’s statement',
  price: 'Price',
  gtin: 'GTIN',
  count: 'Number of units',
  detail: 'Details',
  text: 'Free text',
  line: 'Line',
  box: 'Frame',
  image: 'Picture',
}

interface LabelProblemsProps {
  readonly problems: readonly { readonly field: string; readonly message: string }[]
  /** What prints, but should be looked at first. */
  readonly warnings: readonly string[]
}

/** Why a label may not be printed: nothing is printed that could not be read. */
export function LabelProblems({ problems, warnings }: LabelProblemsProps) {
  return (
    <div aria-live="polite">
      {problems.length > 0 ? (
        <Alert color="red" mb="md" title="This label cannot be printed yet">
          <List spacing={6}>
            {problems.map(({ field, message }) => (
              <List.Item key={`${field} ${message}`}>
                <strong>{fieldWords[field] ?? field}:</strong> {message}
              </List.Item>
            ))}
          </List>
        </Alert>
      ) : null}
      {problems.length === 0 && warnings.length > 0 ? (
        <Alert color="yellow" mb="md" title="Look at the first label before you print the rest">
          {warnings.join(' ')}
        </Alert>
      ) : null}
    </div>
  )
}
