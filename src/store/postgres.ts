/** PostgreSQL, for several replicas that share state. */
import {
  type DatabaseIntrospector,
  type DataTypeNode,
  type Kysely,
  PostgresDialect,
  type PostgresDialectConfig,
  type PostgresPool,
  PostgresQueryCompiler,
  type QueryCompiler,
  sql,
} from "kysely";
import type { Log } from "../log.ts";
import { awayError, isPassing, watchedClient } from "./postgres-client.ts";
import { createPool, type PoolLimits } from "./postgres-pool.ts";
import { DatabaseAwayError } from "./store-error.ts";
import { watchConnection } from "./watch-connection.ts";

const SERVING = {
  /** Every query takes milliseconds. */
  queryTimeoutMs: 4_000,
  idleTransactionMs: 10_000,
  /** Replicas share what the server can serve, often a hundred connections. */
  max: 5,
};
/** Migrations, backups and restores may wait for each other, and move everything there is. */
const PATIENT = { queryTimeoutMs: 10 * 60_000, idleTransactionMs: 10 * 60_000, max: 1 };

/** For many schemas together, each of which has its jobs. */
const SHARED = { ...SERVING, max: 10 };
/** What does not say in which schema it is must find nothing. */
const NO_SCHEMA = "pg_catalog";

/** For a program that serves: while the server is away, every query fails at once. */
export function postgresDialect(url: string, log: Log | undefined): PostgresDialect {
  // Kysely asks for the pool with the first query, and ends it only then.
  return new DialectInByteOrder({ pool: async () => watchedPool({ url, log, limits: SERVING }) });
}

/** Connections for queries that name their schema, to be used by several dialects. */
export function openSharedPool(url: string, log: Log | undefined): PostgresPool {
  return watchedPool({ url, log, limits: { ...SHARED, searchPath: NO_SCHEMA } });
}

/** The same over connections that others use too; whoever opened those ends them. */
export function sharedPostgresDialect({ options, connect }: PostgresPool): PostgresDialect {
  return new DialectInByteOrder({ pool: { options, connect, end: async () => {} } });
}

function watchedPool({
  url,
  log,
  limits,
}: {
  url: string;
  log: Log | undefined;
  limits: PoolLimits;
}): PostgresPool {
  const open = () => {
    const pool = createPool(url, limits);
    // An idle connection was lost; unheard, this would end the process.
    return pool.on("error", () => watch.suspect());
  };
  const watch = watchConnection({
    look: async () => {
      await pool.query("select 1");
    },
    onAway: () => {
      // What is left of its connections leads to where the server was.
      void pool.end().catch(() => {});
      pool = open();
    },
    log,
  });
  let pool = open();
  return {
    options: {},
    connect: async () => {
      if (!watch.isReachable())
        throw new DatabaseAwayError("PostgreSQL cannot be reached just now.");
      const client = await pool.connect().catch((cause: unknown) => {
        watch.suspect();
        throw awayError(cause);
      });
      return watchedClient(client, watch.suspect);
    },
    end: async () => {
      watch.stop();
      await pool.end();
    },
  };
}

/**
 * For work that takes its time on one connection; it fails as soon as the server does. Statements
 * that name no schema mean `schema` where one is given.
 */
export function patientPostgresDialect(url: string, schema: string | null): PostgresDialect {
  const pool = async () => patientPool(url, schema);
  return schema === null ? new DialectInByteOrder({ pool }) : new DialectOfSchema({ pool, schema });
}

function patientPool(url: string, schema: string | null): PostgresPool {
  const pool = createPool(url, { ...PATIENT, ...(schema && { searchPath: `"${schema}"` }) });
  pool.on("error", () => {});
  return {
    options: {},
    connect: async () => {
      const client = await pool.connect().catch((cause: unknown) => {
        throw isPassing(cause) ? awayError(cause) : cause;
      });
      return watchedClient(client, () => {});
    },
    end: () => pool.end(),
  };
}

class DialectInByteOrder extends PostgresDialect {
  override createQueryCompiler(): QueryCompiler {
    return new CompilerInByteOrder();
  }
}

/** Knows the tables of its schema by their names, and looks at no other: a server may have hundreds. */
class DialectOfSchema extends DialectInByteOrder {
  readonly #schema: string;

  constructor({ schema, ...config }: PostgresDialectConfig & { schema: string }) {
    super(config);
    this.#schema = schema;
  }

  override createIntrospector<Tables>(db: Kysely<Tables>): DatabaseIntrospector {
    const schema = this.#schema;
    const one = { schema, isView: false, isForeign: false, columns: [] };
    const getTables = async () => {
      const { rows } = await sql<{ name: string }>`
        select tablename as name from pg_catalog.pg_tables where schemaname = ${schema}`.execute(
        db,
      );
      return rows.map(({ name }) => ({ ...one, name }));
    };
    return { getSchemas: () => super.createIntrospector(db).getSchemas(), getTables };
  }
}

/** Columns in the order of bytes, as in SQLite: a database's own language may order otherwise. */
class CompilerInByteOrder extends PostgresQueryCompiler {
  protected override visitDataType(node: DataTypeNode): void {
    super.visitDataType(node);
    const isColumn = this.parentNode?.kind === "ColumnDefinitionNode";
    if (isColumn && node.dataType === "text") this.append(' collate "C"');
  }
}
