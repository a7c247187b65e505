// Owns one transaction on a connection of the pool. The pool hears of lost connections only while it holds them: one that
// is lent out needs a listener of its own, or its loss ends the process.
import type { Pool, PoolClient } from 'pg';

/** Resolves with what `work` gives, after the commit; rejects with what went wrong, rolled back. */
export async function poolTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const lost = (error: Error) => {
    broken = error;
  };
  client.on('error', lost);
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(lost);
    throw error;
  } finally {
    client.off('error', lost);
    // A connection that is broken is closed by the pool, not lent out again.
    client.release(broken);
  }
}
