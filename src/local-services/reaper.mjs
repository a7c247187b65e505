/**
 * Ends our children when we are gone without having ended them (kill -9, a crash). It is one small shell in a session
 * of its own that reads from a pipe of ours: the end of the pipe is the end of us. It costs 1 MB and asks nothing of
 * the children.
 */
import { spawn } from 'node:child_process';

const SCRIPT = `
trap '' INT TERM HUP
children=''
while read -r verb pid signal; do
  case $verb in
    add) children="$pid:$signal $children" ;;
    del) kept=''; for one in $children; do [ "\${one%%:*}" = "$pid" ] || kept="$kept $one"; done; children=$kept ;;
  esac
done
for one in $children; do
  pid=\${one%%:*}
  kill -s "\${one#*:}" "$pid" 2>/dev/null || continue
  tries=0
  while kill -0 "$pid" 2>/dev/null && [ $tries -lt 100 ]; do sleep 0.1; tries=$((tries+1)); done
  kill -s KILL "$pid" 2>/dev/null
done
`;

/** @returns {{ add(pid: number, signal: NodeJS.Signals): void, remove(pid: number): void, close(): void }} */
export function startReaper() {
  const shell = spawn('sh', ['-c', SCRIPT], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  shell.unref();
  // An error here means that the shell died: the children are still ours to end, and the next start looks for them.
  shell.on('error', () => {});
  shell.stdin.on('error', () => {});
  const handle = /** @type {import('node:net').Socket} */ (/** @type {unknown} */ (shell.stdin));
  handle.unref?.();
  /** @param {string} line */
  const tell = (line) => void (shell.stdin.writable && shell.stdin.write(`${line}\n`));
  return {
    add: (pid, signal) => tell(`add ${pid} ${signal.replace('SIG', '')}`),
    remove: (pid) => tell(`del ${pid}`),
    close: () => void shell.stdin.end(),
  };
}
