import { Alert, List } from '@mantine/core'

const fieldWords: Readonly<Record<string, string>> = {
  product: 'Product name',
  lotNumber: 'Lot number',
  unitNumber: 'Unit number',
  madeOn: 'Day made',
  bestBy: 'Best-by date',
  kitchen: 'Kitchen’s name',
}

interface LabelProblemsProps {
  readonly problems: readonly { readonly field: string; readonly message: string }[]
}

/** Why a label may not be printed: nothing is printed that could not be read. */
export function LabelProblems({ problems }: LabelProblemsProps) {
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
    </div>
  )
}
