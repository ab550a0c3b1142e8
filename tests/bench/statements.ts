import Database from 'better-sqlite3'

/** A statement as the core ran it, with its values. */
export interface Ran {
  readonly sql: string
  readonly values: readonly unknown[]
}

/**
 * Watches every statement that is prepared from now on, so that the same can be run again with nothing around it.
 * Call it before the core opens the record.
 */
export function watchStatements(): { during(work: () => Promise<unknown>): Promise<Ran[]>; end(): void } {
  const { prepare } = Database.prototype
  let ran: Ran[] | undefined
  Database.prototype.prepare = function watched(this: Database.Database, sql: string) {
    const statement = prepare.call(this, sql)
    for (const way of ['all', 'run'] as const) {
      const plain = statement[way].bind(statement) as (...given: unknown[]) => unknown
      Object.assign(statement, {
        [way](...given: unknown[]) {
          ran?.push({ sql, values: given.flat() })
          return plain(...given)
        },
      })
    }
    return statement
  } as typeof prepare
  return {
    async during(work) {
      ran = []
      await work()
      const all = ran
      ran = undefined
      return all
    },
    end() {
      Database.prototype.prepare = prepare
    },
  }
}

/** Runs statements once more, each prepared beforehand. @returns a function that does it */
export function replay(db: Database.Database, all: readonly Ran[]): () => void {
  const prepared = all
    .filter(({ sql }) => !/^(?:begin|commit|rollback)/i.test(sql))
    .map(({ sql, values }) => ({ statement: db.prepare(sql), values }))
  return () => {
    for (const { statement, values } of prepared) statement.all(...values)
  }
}
