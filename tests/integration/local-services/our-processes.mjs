/** What the system says of a process and its descendants: which there are, and where they listen. */
import fs from 'node:fs';

const read = (file) => {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

/** Pids of living processes whose command line or working folder names the data folder. */
export function processesOf(dataDir) {
  return fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => {
      let cwd = '';
      try {
        cwd = fs.readlinkSync(`/proc/${pid}/cwd`);
      } catch {
        // Gone meanwhile.
      }
      return cwd.startsWith(dataDir) || read(`/proc/${pid}/cmdline`).includes(dataDir);
    })
    .map(Number);
}

/** @returns every address on which one of the processes listens, as hexadecimal text of /proc/net/tcp*. */
export function listeningAddresses(pids) {
  const inodes = new Set(
    pids.flatMap((pid) =>
      fs.readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
        try {
          return /^socket:\[(\d+)\]$/.exec(fs.readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1] ?? [];
        } catch {
          return [];
        }
      }),
    ),
  );
  return ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((file) =>
    read(file)
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter((fields) => fields[3] === '0A' && inodes.has(fields[9]))
      .map((fields) => fields[1].split(':')[0]),
  );
}

const LOOPBACK = new Set(['0100007F', '0000000000000000FFFF00000100007F', '00000000000000000000000001000000']);
export const isLoopback = (address) => LOOPBACK.has(address);
