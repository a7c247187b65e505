// Owns that a database which goes away while a connection is being opened does not end the process. Strapi prepares each
// new connection in a promise that nobody hears: its rejection would be an unhandled one, and the connection would never
// come. Here it is given to the pool all the same, marked as lost, and the pool throws it away.
import type { Core } from '@strapi/strapi';

interface RawConnection {
  __knex__disposed?: unknown;
}
interface Dialect {
  initialize(connection: RawConnection): Promise<void>;
}

export function surviveLostNewConnections(strapi: Core.Strapi): void {
  const dialect = strapi.db.dialect as unknown as Dialect;
  const initialize = dialect.initialize.bind(dialect);
  dialect.initialize = async (connection) => {
    try {
      await initialize(connection);
    } catch (error) {
      connection.__knex__disposed ??= error;
    }
  };
}
