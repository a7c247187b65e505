// Owns reading the list of another system from a request: as many rows as are compared are more than what is read from
// anybody.
import { listTooLarge } from '../integration/problems';
import { readLargeJson } from './read-large-json';
import type { RouteContext } from './respond';

/** Four times what the longest list takes with numbers of common length. */
const MAX_LIST_BODY = 8 * 1024 * 1024;

export const readListBody = (context: RouteContext) => readLargeJson(context, MAX_LIST_BODY, listTooLarge);
