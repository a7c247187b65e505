/** PROCEDURES_LOG_LEVEL: error, warn, info, http, debug … Tests and the case runner use `error`. */
export default { level: process.env.PROCEDURES_LOG_LEVEL ?? 'http' };
