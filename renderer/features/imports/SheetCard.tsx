import { NativeSelect, TextInput } from '@mantine/core'
import { countOf } from '../../../shared/words/counted.ts'
import { placeKinds } from '../../../shared/api/directory.ts'
import { importFields, importKindNames, importKinds } from '../../../shared/domain/importFields.ts'
import type { InputOf } from '../../api/door.ts'
import { useCommand } from '../../api/useCommand.ts'
import { Fold } from '../../ui/Fold.tsx'
import { Card } from '../../ui/Page.tsx'
import { Dim } from '../../ui/Table.tsx'
import { toastError } from '../../ui/toast.ts'
import { useWanted } from '../../ui/useWanted.ts'
import styles from './Imports.module.css'
import { ReadAs } from './ReadAs.tsx'
import type { ImportAnswer } from './rowWords.ts'
import { say, sayWord } from '../../../shared/words/say.ts'

type Sheet = ImportAnswer['sheets'][number]
type Change = Omit<InputOf<'imports', 'change'>, 'requestId' | 'sheetId'>
type ColumnUse = Sheet['columns'][number]['use']

/** What one table of a file is, how it is read, and what each of its columns is taken for. */
export function SheetCard({ sheet, answeredAt }: { readonly sheet: Sheet; readonly answeredAt: number }) {
  const { run, busy } = useCommand('imports', 'change')
  const answered = {
    ...sheet.settings,
    kind: sheet.kind,
    headerRow: sheet.headerRow,
    uses: sheet.columns.map(({ use }) => use),
  }
  const { shown, wanted, want } = useWanted(answered, answeredAt, busy)
  const { kind: shownKind, headerRow, uses, ...settings } = shown
  const { kind } = sheet
  // What another table or other heads make of the columns is seen before anything else is said of them.
  const disabled = busy || shownKind !== kind || headerRow !== sheet.headerRow
  const title = sheet.name === sheet.file ? sheet.file : `${sheet.file}: ${sheet.name}`

  async function change(asked: Change, next: typeof wanted): Promise<void> {
    want(next)
    try {
      await run({ sheetId: sheet.id, ...asked })
    } catch (error) {
      want(wanted)
      toastError(error)
    }
  }
  const set = (some: Partial<Sheet['settings']>) =>
    void change({ settings: { ...settings, ...some } }, { ...wanted, ...some })

  return (
    <Card title={title}>
      <div className={styles['fields']}>
        <NativeSelect
          label={say('This table holds')}
          disabled={disabled}
          value={shownKind ?? ''}
          data={[
            { value: '', label: say('Leave it out') },
            ...importKinds.map((each) => ({ value: each, label: sayWord(importKindNames[each]) })),
          ]}
          onChange={(event) => {
            const chosen = importKinds.find((each) => each === event.currentTarget.value) ?? null
            void change({ kind: chosen }, { kind: chosen })
          }}
        />
        <TextInput
          key={sheet.headerRow}
          label={say('Heads are in row')}
          inputMode="numeric"
          defaultValue={String(sheet.headerRow + 1)}
          w={130}
          onBlur={(event) => {
            const row = Number(event.currentTarget.value) - 1
            if (Number.isInteger(row) && row >= -1 && row <= 1000 && row !== headerRow)
              void change({ headerRow: row }, { headerRow: row })
          }}
        />
        {kind === null ? null : <ReadAs sheet={{ ...sheet, settings }} disabled={disabled} onChange={set} />}
        {kind === 'batches' ? (
          <NativeSelect
            label={say('Ingredients without a known lot')}
            disabled={disabled}
            value={settings.missingLots}
            data={[
              { value: 'unknown', label: say('Lot not recorded') },
              { value: 'opening', label: say('Take from an opening stock') },
            ]}
            onChange={(event) => set({ missingLots: event.currentTarget.value === 'opening' ? 'opening' : 'unknown' })}
          />
        ) : null}
        {kind === 'sales' ? (
          <>
            <TextInput
              label={say('Rows without a place went to')}
              disabled={disabled}
              defaultValue={settings.place}
              onBlur={(event) => {
                const place = event.currentTarget.value.trim()
                if (place !== settings.place) set({ place })
              }}
            />
            <NativeSelect
              label={say('New places are')}
              disabled={disabled}
              value={settings.placeKind}
              data={placeKinds.map((each) => ({ value: each, label: sayWord(each) }))}
              onChange={(event) => {
                const placeKind = placeKinds.find((each) => each === event.currentTarget.value)
                if (placeKind) set({ placeKind })
              }}
            />
          </>
        ) : null}
      </div>
      {sheet.notes.map((note) => (
        <p key={note}>
          <Dim>{note}</Dim>
        </p>
      ))}
      {kind === null ? (
        <p>
          {sheet.rows === 0
            ? say('It has no rows below its heads.')
            : say('None of its {rows} is imported. Say above what it holds, if it belongs here.', {
                rows: countOf(sheet.rows, 'row'),
              })}
        </p>
      ) : (
        <Fold
          title={say('Columns')}
          summary={columnsInWords(uses)}
          open={sheet.counts.stopped * 2 > sheet.counts.total}
        >
          <div className={styles['editor']}>
            {sheet.columns.map((column, at) => (
              <NativeSelect
                // The columns of a table keep their places.
                key={at}
                label={column.head || say('Column {at}', { at: at + 1 })}
                description={column.samples.join(' · ') || say('empty')}
                classNames={{ description: styles['samples'] ?? '' }}
                disabled={disabled}
                value={keyOfUse(uses[at] ?? column.use)}
                data={[
                  { value: '', label: say('Leave it out') },
                  ...importFields[kind].map((field) => ({ value: field.key, label: sayWord(field.head) })),
                  ...(kind === 'batches' ? [{ value: '*', label: say('An ingredient of this name') }] : []),
                ]}
                onChange={(event) => {
                  const use = columnUse(event.currentTarget.value, column.head)
                  const columns = uses.map((each, place) => (place === at ? use : otherUse(each, use)))
                  void change({ columns }, { ...wanted, uses: columns })
                }}
              />
            ))}
          </div>
        </Fold>
      )}
    </Card>
  )
}

function columnsInWords(uses: readonly ColumnUse[]): string {
  const known = uses.filter((use) => use.kind !== 'none').length
  return say('{count} of {all} recognised', { count: known, all: uses.length })
}

function keyOfUse(use: ColumnUse): string {
  return use.kind === 'field' ? use.field : use.kind === 'ingredient' ? '*' : ''
}

function columnUse(value: string, head: string): ColumnUse {
  if (value === '') return { kind: 'none' }
  return value === '*' ? { kind: 'ingredient', name: head } : { kind: 'field', field: value }
}

/** A field is one column: chosen anew, it leaves the one it was. */
function otherUse(use: ColumnUse, taken: ColumnUse): ColumnUse {
  return use.kind === 'field' && taken.kind === 'field' && use.field === taken.field ? { kind: 'none' } : use
}
