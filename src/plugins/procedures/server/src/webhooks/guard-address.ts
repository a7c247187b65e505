// webhooks/ owns calls to other systems: which addresses may be called, the signature, the outbox. This file owns the
// guard: a name is resolved once, every address it has must be public, and the call goes to the address that was checked.
import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import { ProblemError } from '../problems/problem-error';

export interface CheckedAddress {
  url: URL;
  address: string;
  family: 4 | 6;
}

const PRIVATE_4: [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];
/** All but the global unicast range, and of that what embeds an IPv4 address or documents. */
const PRIVATE_6: [string, number][] = [
  ['::', 3],
  ['4000::', 2],
  ['8000::', 1],
  ['2001::', 32],
  ['2001:db8::', 32],
  ['2002::', 16],
];
const blocked4 = new BlockList();
for (const [net, bits] of PRIVATE_4) blocked4.addSubnet(net, bits, 'ipv4');
const blocked6 = new BlockList();
for (const [net, bits] of PRIVATE_6) blocked6.addSubnet(net, bits, 'ipv6');

export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !blocked4.check(address, 'ipv4');
  return family === 6 && !blocked6.check(address, 'ipv6');
}

/** Names and addresses inside that the operator allows, e.g. `archive.office.example,10.1.2.3`. */
const allowed = (env: NodeJS.ProcessEnv) =>
  (env.WEBHOOK_ALLOWED_HOSTS ?? '')
    .split(',')
    .map((host) => host.trim().toLowerCase())
    .filter(Boolean);

export async function checkAddress(
  text: string,
  env: NodeJS.ProcessEnv = process.env,
  resolve: (host: string) => Promise<{ address: string; family: number }[]> = (host) => lookup(host, { all: true }),
): Promise<CheckedAddress> {
  const url = parse(text);
  const host = url.hostname.replace(/^\[|\]$/g, '').toLowerCase();
  const isAllowed = allowed(env).includes(host);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isAllowed)) throw refused('https');
  if (url.username || url.password) throw refused('credentials');
  const found = isIP(host) ? [{ address: host, family: isIP(host) }] : await resolve(host).catch(() => []);
  const first = found[0];
  if (!first) throw refused('unknown');
  if (!isAllowed && !found.every(({ address }) => isPublicAddress(address))) throw refused('private');
  return { url, address: first.address, family: first.family === 6 ? 6 : 4 };
}

function parse(text: string): URL {
  try {
    return new URL(text);
  } catch {
    throw refused('unreadable');
  }
}

const REASONS = {
  unreadable: [
    'Cần địa chỉ đầy đủ, ví dụ https://he-thong.example/nhan.',
    'Expected a whole address, as https://system.example/receive.',
  ],
  https: ['Địa chỉ phải bắt đầu bằng https://.', 'Expected an address that begins with https://.'],
  credentials: ['Không đặt tên và mật khẩu trong địa chỉ.', 'Expected an address without name and password.'],
  unknown: ['Không tìm thấy máy chủ của địa chỉ này.', 'Expected the host to be known, but it was not found.'],
  private: [
    'Địa chỉ nằm trong mạng nội bộ nên bị từ chối. Người vận hành có thể cho phép bằng WEBHOOK_ALLOWED_HOSTS.',
    'Expected a public address, but it is inside a private network: the operator may allow it by WEBHOOK_ALLOWED_HOSTS.',
  ],
} as const;

function refused(reason: keyof typeof REASONS): ProblemError {
  const [vi, en] = REASONS[reason];
  return new ProblemError({
    code: 'WEBHOOK_ADDRESS_REFUSED',
    status: 422,
    vi,
    en,
    detail: { problems: [{ path: 'url', vi, en }] },
  });
}
