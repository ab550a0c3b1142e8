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
import styles from './Imports.module.css'
import { ReadAs } from './ReadAs.tsx'
import type { ImportAnswer } from './rowWords.ts'
import { say, sayWord } from '../../../shared/words/say.ts'

type Sheet = ImportAnswer['sheets'][number]
type Change = Omit<InputOf<'imports', 'change'>, 'requestId' | 'sheetId'>
type ColumnUse = Sheet['columns'][number]['use']

/** What one table of a file is, how it is read, and what each of its columns is taken for. */
export function SheetCard({ sheet }: { readonly sheet: Sheet }) {
  const { run, busy } = useCommand('imports', 'change')
  const { kind, settings } = sheet
  const title = sheet.name === sheet.file ? sheet.file : `${sheet.file}: ${sheet.name}`

  async function change(wanted: Change): Promise<void> {
    try {
      await run({ sheetId: sheet.id, ...wanted })
    } catch (error) {
      toastError(error)
    }
  }
  const set = (wanted: Partial<Sheet['settings']>) => void change({ settings: { ...settings, ...wanted } })

  return (
    <Card title={title}>
      <div className={styles['fields']}>
        <NativeSelect
          label={say('This table holds')}
          disabled={busy}
          value={kind ?? ''}
          data={[
            { value: '', label: say('Leave it out') },
            ...importKinds.map((each) => ({ value: each, label: sayWord(importKindNames[each]) })),
          ]}
          onChange={(event) =>
            void change({ kind: importKinds.find((each) => each === event.currentTarget.value) ?? null })
          }
        />
        <TextInput
          key={sheet.headerRow}
          label={say('Heads are in row')}
          inputMode="numeric"
          defaultValue={String(sheet.headerRow + 1)}
          w={130}
          onBlur={(event) => {
            const row = Number(event.currentTarget.value) - 1
            if (Number.isInteger(row) && row >= -1 && row <= 1000 && row !== sheet.headerRow)
              void change({ headerRow: row })
          }}
        />
        {kind === null ? null : <ReadAs sheet={sheet} disabled={busy} onChange={set} />}
        {kind === 'batches' ? (
          <NativeSelect
            label={say('Ingredients without a known lot')}
            disabled={busy}
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
              disabled={busy}
              defaultValue={settings.place}
              onBlur={(event) => {
                if (event.currentTarget.value !== settings.place) set({ place: event.currentTarget.value })
              }}
            />
            <NativeSelect
              label={say('New places are')}
              disabled={busy}
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
          summary={columnsInWords(sheet)}
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
                disabled={busy}
                value={keyOfUse(column.use)}
                data={[
                  { value: '', label: say('Leave it out') },
                  ...importFields[kind].map((field) => ({ value: field.key, label: sayWord(field.head) })),
                  ...(kind === 'batches' ? [{ value: '*', label: say('An ingredient of this name') }] : []),
                ]}
                onChange={(event) => {
                  const use = columnUse(event.currentTarget.value, column.head)
                  void change({
                    columns: sheet.columns.map((each, place) => (place === at ? use : otherUse(each.use, use))),
                  })
                }}
              />
            ))}
          </div>
        </Fold>
      )}
    </Card>
  )
}

function columnsInWords({ columns }: Sheet): string {
  const known = columns.filter((column) => column.use.kind !== 'none').length
  return say('{count} of {all} recognised', { count: known, all: columns.length })
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
