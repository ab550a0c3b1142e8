import type { z } from '../../../shared/api/zod.ts'
import type { BatchInput } from '../../../shared/api/batches.ts'
import { readReceiptLine } from '../../../shared/domain/receiptLine.ts'
import { say } from '../../../shared/words/say.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import type { CommandForm } from '../../forms/useCommandForm.ts'
import type { BatchValues, UseValues } from './batchRows.ts'
import type { LotOption } from './LotField.tsx'

interface LotOptionsFor {
  readonly command: CommandForm<BatchValues, z.output<typeof BatchInput>>
  readonly at: number
  readonly row: UseValues
  readonly item: { readonly name: string; readonly unit: string }
  readonly madeOn: string
  readonly lotNames: ReadonlyMap<number, string>
}

/** What can be the lot of a row: every lot in stock, a bag just opened, or that nobody knows. */
export function useLotOptions({ command, at, row, item, madeOn, lotNames }: LotOptionsFor) {
  const choices = useAnswer('batches', 'choices', { itemId: row.itemId, madeOn }, { keepLast: true }).data ?? []
  const suppliers = useAnswer('directory', 'suppliers', {}).data ?? []
  const { setValue } = command.form

  function set(facts: Partial<UseValues>): void {
    const now = command.form.getValues(`uses.${at}`)
    // The rows that are not asked for stay as they are; a changed lot takes its reason with it.
    setValue(
      `uses.${at}`,
      { ...now, delivery: null, override: null, basis: 'confirmed', ...facts },
      { shouldDirty: true },
    )
    command.form.clearErrors(`uses.${at}`)
  }

  function optionsFor(typed: string): LotOption[] {
    const wanted = typed.trim().toLowerCase()
    const lots = choices
      .filter(({ lot, lotId }) => wanted === '' || lot.toLowerCase().includes(wanted) || `l-${lotId}` === wanted)
      .map(({ lotId, lot, onHand, problem }) => ({
        key: String(lotId),
        text: say('{lot} · {left} left', { lot, left: onHand }),
        problem,
        choose: () => set({ lotId }),
      }))
    const bags = lots.length > 0 ? [] : bagsMeant(typed)
    const unknown = { key: 'unknown', text: unknownLot(), problem: null, choose: () => set({ lotId: null }) }
    return [...lots, ...bags, ...(unknown.text.toLowerCase().includes(wanted) ? [unknown] : [])]
  }

  /** Bags just opened that the line may mean, one for each supplier. */
  function bagsMeant(typed: string): LotOption[] {
    // Suppliers of bags typed in other rows are known before they are saved.
    const rows = command.form.getValues('uses')
    const typedBefore = rows.flatMap(({ delivery }, place) =>
      delivery?.supplier ? [{ id: -1 - place, name: delivery.supplier }] : [],
    )
    const known = {
      ingredients: [],
      suppliers: [...suppliers, ...typedBefore],
      ingredient: { id: row.itemId, name: item.name },
    }
    const { readings, quantity, problem, ...facts } = readReceiptLine(typed, known, madeOn)
    if (quantity === null || problem !== null) return []
    return readings.map(({ supplier }) => {
      const name = supplier === null || supplier.id !== null ? (supplier?.name ?? null) : asName(supplier.name)
      return {
        key: `new ${name ?? ''}`,
        text: newBag(quantity, name, supplier?.id === null),
        problem: null,
        choose: () => set({ lotId: null, delivery: { supplier: name, quantity, ...facts } }),
      }
    })
  }

  const lot = choices.find((choice) => choice.lotId === row.lotId)
  return {
    shown: shownLot(row, lot && say('{lot} · {left} left', { lot: lot.lot, left: lot.onHand }), lotNames),
    optionsFor,
    nothing: say(
      'No lot of {item} is called that. Type a part of its name, or a bag just opened: its supplier and what it holds, for example va 40 {unit}.',
      { item: item.name, unit: item.unit },
    ),
  }
}

function unknownLot(): string {
  return say('Lot not recorded')
}

/** A bag just opened, as it is offered and shown. */
function newBag(quantity: string, supplier: string | null, isNew = false): string {
  if (supplier === null) return say('New bag: {quantity} from an unknown supplier', { quantity })
  return isNew
    ? say('New bag: {quantity} from {supplier}, a new supplier', { quantity, supplier })
    : say('New bag: {quantity} from {supplier}', { quantity, supplier })
}

/** A name typed in small letters only is written as names are. */
function asName(typed: string): string {
  return /\p{Lu}/u.test(typed) ? typed : typed.replace(/(?<=^|\s)\p{L}/gu, (letter) => letter.toUpperCase())
}

function shownLot(row: UseValues, lot: string | undefined, lotNames: ReadonlyMap<number, string>): string {
  if (row.delivery) return newBag(row.delivery.quantity, row.delivery.supplier || null)
  if (row.lotId === null) return unknownLot()
  if (row.lotId === undefined) return ''
  return lot ?? lotNames.get(row.lotId) ?? ''
}
