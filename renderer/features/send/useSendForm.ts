import { saidResolver } from '../../forms/saidResolver.ts'
import { type FieldPath, useForm } from 'react-hook-form'
import { type AnswerOf, errorBody } from '../../api/door.ts'
import { useCommand } from '../../api/useCommand.ts'
import type { CommandForm } from '../../forms/useCommandForm.ts'
import { useKeptValues } from '../../forms/useKeptValues.ts'
import {
  fitLots,
  linesOf,
  lotRow,
  productRow,
  saysWhich,
  type SendIn,
  type SendOut,
  sendValues,
  type StockOfProduct,
} from './sendValues.ts'
import { say } from '../../../shared/words/say.ts'

interface SendFormOptions {
  readonly stock: readonly StockOfProduct[]
  readonly today: string
  readonly onDone: (answer: AnswerOf<'shipping', 'send'>, values: SendOut) => void
}

const keepAs = { name: 'send' }

/**
 * The form that sends units out. Its rows are those of the stock and only the ones with units are sent, so that what the
 * core says of a line is brought back to the row it came from.
 */
export function useSendForm({ stock, today, onDone }: SendFormOptions): CommandForm<SendIn, SendOut> {
  const { run, busy } = useCommand('shipping', 'send')
  const form = useForm<SendIn, unknown, SendOut>({
    resolver: saidResolver(sendValues(stock)),
    defaultValues: {
      place: '',
      placeKind: 'market',
      purpose: 'sale',
      sentOn: today,
      reference: '',
      note: '',
      products: {},
      lots: {},
    },
    // A form that is empty again after every shipment must not call that a mistake as soon as it is left.
    mode: 'onChange',
  })

  const forget = useKeptValues(form, keepAs)

  const submit = form.handleSubmit(async (values) => {
    const { products: _, lots: __, ...trip } = values
    const lines = linesOf(stock, values)
    if (lines.length === 0) {
      const first = stock.find((of) => fitLots(of, values.purpose).length > 0)
      if (first) form.setFocus(`products.${productRow(first.productId)}.units`)
      form.setError('root', { type: 'form', message: say('Type how many units go out of at least one product.') })
      return
    }
    try {
      const answer = await run({ ...trip, lines })
      forget()
      onDone(answer, values)
    } catch (error) {
      const { message, fields = {} } = errorBody(error)
      for (const [at, [path, sentence]] of Object.entries(fields).entries())
        form.setError(
          rowPath(path, lines, stock, values),
          { type: 'core', message: sentence },
          { shouldFocus: at === 0 },
        )
      form.setError('root', { type: 'core', message })
    }
  })
  return { form, submit: async () => await submit(), busy }
}

/** `lines.0.units` as the row that line came from; what is wrong with the lot itself is said at its units. */
function rowPath(
  path: string,
  lines: readonly { readonly lotId: number }[],
  stock: readonly StockOfProduct[],
  values: SendIn,
): FieldPath<SendIn> {
  const found = /^lines\.(\d+)\.(\w+)$/.exec(path)
  const line = found && lines[Number(found[1])]
  if (!line) return path as FieldPath<SendIn>
  const of = stock.find(({ lots }) => lots.some(({ lotId }) => lotId === line.lotId))
  if (of && !saysWhich(of, values)) return `products.${productRow(of.productId)}.units`
  return `lots.${lotRow(line.lotId)}.${found[2] === 'serials' ? 'serials' : 'units'}`
}
