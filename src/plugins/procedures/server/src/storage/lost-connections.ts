// Owns that a database which goes away ends no process. Every query of ours that fails is heard by whoever asked; Strapi
// has two that nobody hears, and Node ends a process for the rejection of a promise that nobody hears.
import type { Core } from '@strapi/strapi';

interface RawConnection {
  __knex__disposed?: unknown;
}
interface Dialect {
  initialize(connection: RawConnection): Promise<void>;
}

/** PostgreSQL shuts down, crashed, is coming up; the network says that nobody is there. */
const CODES = new Set(['57P01', '57P02', '57P03', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT']);
/** What pg and knex say of a connection that has been lost; knex puts the statement in front. */
const WORDS =
  /connection terminated|connection ended unexpectedly|connection error and is not queryable$|timeout acquiring a connection/i;

export function isLostConnection(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  return CODES.has(String(code)) || String(code).startsWith('08') || WORDS.test(String(message));
}

/** Returns what undoes it. */
export function surviveLostConnections(strapi: Core.Strapi): () => void {
  const giveBack = hearNewConnections(strapi);
  // After each commit that wrote a document, Strapi reads it again for its events, and waits for nothing. Measured: of 30
  // kills of the database under load, 7 were the application's end too.
  const heard = (error: unknown) => {
    if (!isLostConnection(error)) throw error;
    strapi.log.warn(`a query that nobody waits for has lost its connection: ${(error as Error).message}`);
  };
  process.on('unhandledRejection', heard);
  return () => {
    process.off('unhandledRejection', heard);
    giveBack();
  };
}

/**
 * Strapi prepares each new connection in a promise that nobody hears: if it is lost meanwhile, it never comes. Here it
 * is given to the pool all the same, marked as lost, and the pool throws it away.
 */
function hearNewConnections(strapi: Core.Strapi): () => void {
  const dialect = strapi.db.dialect as unknown as Dialect;
  const initialize = dialect.initialize;
  dialect.initialize = async (connection) => {
    try {
      await initialize.call(dialect, connection);
    } catch (error) {
      connection.__knex__disposed ??= error;
    }
  };
  return () => {
    dialect.initialize = initialize;
  };
}
