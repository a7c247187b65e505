// Owns the recognition of the database's refusal of a second row where one is allowed.

/** SQLSTATE 23505, as the driver passes it on. */
export const isUniqueViolation = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === '23505';
