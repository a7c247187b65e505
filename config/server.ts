import path from 'node:path';

type Env = ((key: string, fallback?: string) => string) & {
  int(key: string, fallback?: number): number;
  array(key: string, fallback?: string[]): string[];
};

export default ({ env }: { env: Env }) => ({
  // With demo data the server is for this machine only, unless the operator says otherwise.
  host: env('HOST', '127.0.0.1'),
  port: env.int('PORT', 1337),
  app: { keys: env.array('APP_KEYS') },
  dirs: { public: path.resolve(process.cwd(), 'public') },
  logger: { updates: { enabled: false }, startup: { enabled: false } },
  http: { serverOptions: { requestTimeout: 120_000 } },
});
