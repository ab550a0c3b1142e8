import { importKindNames, importKinds } from '../../../shared/domain/importFields.ts'
import { api } from '../../api/door.ts'
import { Card } from '../../ui/Page.tsx'
import { type Column, Table } from '../../ui/Table.tsx'
import { SaveButtons } from '../records/SaveButtons.tsx'
import { SaveLarge } from '../records/SaveLarge.tsx'
import styles from './Imports.module.css'
import { say, sayWord } from '../../../shared/words/say.ts'

type Kind = (typeof importKinds)[number]

const columns = (): readonly Column<Kind>[] => [
  { head: say('Table'), names: true, cell: (kind) => sayWord(importKindNames[kind]) },
  {
    head: say('Save'),
    cell: (kind) => (
      <SaveButtons
        what={say('the empty table for {kind}', { kind: sayWord(importKindNames[kind]).toLowerCase() })}
        formats={['xlsx', 'csv']}
        make={async (format) => await api.imports.template({ kind, format })}
      />
    ),
  },
]

/** Empty tables to fill in, and everything of the record in the same tables. */
export function Templates() {
  return (
    <>
      <Card title={say('Everything in tables')}>
        <p className={styles['words']}>
          {say(
            'Purchases, batches, sales, returns and counts in the tables below, to be imported into an empty kitchen. Recalls, complaints and what was mixed in bins are not in them; the file lists what else. To move all of it, make a backup.',
          )}
        </p>
        <SaveLarge
          what={say('everything')}
          formats={['xlsx', 'zip']}
          begin={async (format) => await api.imports.exportAll({ format })}
        />
      </Card>
      <Card title={say('Empty tables')}>
        <p className={styles['words']}>
          {say('Not needed: your own columns are recognised. For those who begin anew.')}
        </p>
        <Table label={say('Empty tables')} rows={importKinds} columns={columns()} keyOf={(kind) => kind} />
      </Card>
    </>
  )
}
