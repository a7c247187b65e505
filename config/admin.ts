type Env = ((key: string, fallback?: string) => string) & { bool(key: string, fallback?: boolean): boolean };

export default ({ env }: { env: Env }) => ({
  auth: { secret: env('ADMIN_JWT_SECRET') },
  apiToken: { salt: env('API_TOKEN_SALT'), secrets: { encryptionKey: env('ENCRYPTION_KEY') } },
  secrets: { encryptionKey: env('ENCRYPTION_KEY') },
  transfer: { token: { salt: env('TRANSFER_TOKEN_SALT') } },
  flags: { nps: false, promoteEE: false, docLinks: false },
  // Strapi limits sign-ins to 5 in 5 minutes per e-mail and address; only tests switch it off.
  rateLimit: { enabled: !env.bool('PROCEDURES_TEST_NO_RATE_LIMIT', false) },
});
