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
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new OneConnectionDriver(database),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
}

class OneConnectionDriver implements Driver {
  readonly #connection: OneConnection

  constructor(database: () => Database.Database) {
    this.#connection = new OneConnection(database)
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

  constructor(database: () => Database.Database) {
    this.#database = database
  }

  get inTransaction(): boolean {
    return this.#database().inTransaction
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const statement = this.#prepared(sql)
    if (statement.reader) return { rows: statement.all(parameters) as R[] }
    const { changes, lastInsertRowid } = statement.run(parameters)
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) }
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
