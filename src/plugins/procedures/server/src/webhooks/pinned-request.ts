// Owns the opening of a request to an address that was checked, and to no other: what the name means by now is not asked
// again, and no connection of an earlier call is used.
import http from 'node:http';
import https from 'node:https';
import type { CheckedAddress } from './guard-address';

export const pinnedRequest = (
  { url, address, family }: CheckedAddress,
  options: Pick<https.RequestOptions, 'method' | 'headers' | 'timeout'>,
): http.ClientRequest =>
  (url.protocol === 'https:' ? https : http).request(url, {
    ...options,
    agent: false,
    lookup: (_host, asked, done) => (asked.all ? done(null, [{ address, family }]) : done(null, address, family)),
  });
