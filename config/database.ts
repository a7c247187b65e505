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
      // Named, because a database user called like the platform's schema would otherwise get Strapi's tables there.
      connection: { connectionString: url, schema: 'public' },
      pool: { min: 2, max: env.int('DATABASE_POOL_MAX', 20) },
      acquireConnectionTimeout: 60_000,
    },
  };
};
