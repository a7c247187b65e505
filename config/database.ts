type Env = ((key: string, fallback?: string) => string) & { int(key: string, fallback?: number): number };

export default ({ env }: { env: Env }) => {
  const url = env('DATABASE_URL');
  if (!url) {
    throw new Error(
      'Cần có DATABASE_URL (npm start tự đặt). / Expected DATABASE_URL to be set, but it is empty: start with "npm start".',
    );
  }
  return {
    connection: {
      client: 'postgres',
      connection: { connectionString: url },
      pool: { min: 2, max: env.int('DATABASE_POOL_MAX', 20) },
      acquireConnectionTimeout: 60_000,
    },
  };
};
