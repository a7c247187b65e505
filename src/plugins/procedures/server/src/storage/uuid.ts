// Owns what counts as an id of ours when it comes from outside: anything else finds nothing, and the database is not asked.

/** In letters of either case. */
export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
