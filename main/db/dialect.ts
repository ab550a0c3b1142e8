import type Database from 'better-sqlite3'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type TransactionSettings,
} from 'kysely'

/**
 * Kysely over the one better-sqlite3 connection that is open now (a restore replaces it). Unlike Kysely's own it compiles each statement once, and a transaction
 * that writes begins IMMEDIATE, so that it never has to be given up halfway for want of the write lock.
 */
export function kitchenDialect(database: () => Database.Database): Dialect {
  const connection = new OneConnection(database)
  return {
    createAdapter: () => new KitchenAdapter(connection),
    createDriver: () => new OneConnectionDriver(connection),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
}

/** Carries the connection to what runs a statement straight away (hotStatement.ts). */
export class KitchenAdapter extends SqliteAdapter {
  readonly connection: Pick<OneConnection, 'run' | 'compiled'>

  constructor(connection: OneConnection) {
    super()
    this.connection = connection
  }
}

class OneConnectionDriver implements Driver {
  readonly #connection: OneConnection

  constructor(connection: OneConnection) {
    this.#connection = connection
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection
  }

  async beginTransaction(connection: DatabaseConnection, { accessMode }: TransactionSettings): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(accessMode === 'read only' ? 'begin' : 'begin immediate'))
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'))
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // SQLite has rolled back by itself after a full disk or an I/O error.
    if (this.#connection.inTransaction) await connection.executeQuery(CompiledQuery.raw('rollback'))
  }

  async releaseConnection(): Promise<void> {}

  async destroy(): Promise<void> {}
}

class OneConnection implements DatabaseConnection {
  readonly #database: () => Database.Database
  #compiledFor: Database.Database | undefined
  readonly #statements = new Map<string, Database.Statement>()
  readonly #compiled = new Map<string, CompiledQuery>()

  constructor(database: () => Database.Database) {
    this.#database = database
  }

  get inTransaction(): boolean {
    return this.#database().inTransaction
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, changes, lastId } = this.run(sql, parameters)
    return { rows: rows as R[], numAffectedRows: BigInt(changes), insertId: BigInt(lastId) }
  }

  /** Runs a statement at once. @returns its rows, or what it changed and the id of the last row it inserted */
  run(sql: string, parameters: readonly unknown[]) {
    const statement = this.#prepared(sql)
    if (statement.reader) return { rows: statement.all(parameters), changes: 0, lastId: 0 }
    const { changes, lastInsertRowid } = statement.run(parameters)
    return { rows: [], changes, lastId: Number(lastInsertRowid) }
  }

  /** A query that is built once, whatever is asked with it later. */
  compiled(name: string, build: () => CompiledQuery): CompiledQuery {
    const known = this.#compiled.get(name) ?? build()
    this.#compiled.set(name, known)
    return known
  }

  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    yield* []
    throw new Error('answers are paged, not streamed')
  }

  /** Lists of varying length make endless statements, so the shapes kept are bounded. */
  #prepared(sql: string): Database.Statement {
    const database = this.#database()
    if (this.#compiledFor !== database || this.#statements.size >= 500) {
      this.#statements.clear()
      this.#compiledFor = database
    }
    const known = this.#statements.get(sql)
    if (known) return known
    const statement = database.prepare(sql)
    this.#statements.set(sql, statement)
    return statement
  }
}
