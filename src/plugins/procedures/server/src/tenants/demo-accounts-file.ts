// Owns the file with the passwords of demo accounts: readable by its owner only, one line for each account.
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

export interface DemoAccount {
  email: string;
  password: string;
  tenantName: string;
  positions: string;
}

export const DEMO_ACCOUNTS_FILE = 'demo-accounts.txt';

/** Adds `accounts`, replacing older lines of the same e-mail addresses. Returns the path of the file. */
export async function keepDemoAccounts(dataDir: string, accounts: readonly DemoAccount[]): Promise<string> {
  const file = path.join(dataDir, DEMO_ACCOUNTS_FILE);
  const replaced = new Set(accounts.map((account) => account.email));
  const kept = (await linesOf(file)).filter((line) => !replaced.has(line.split('\t')[0] ?? ''));
  const added = accounts.map((account) =>
    [account.email, account.password, account.tenantName, account.positions].join('\t'),
  );
  await mkdir(dataDir, { recursive: true });
  // Written aside and renamed: a crash leaves the old file or the new one, never half of either.
  const aside = `${file}.new`;
  await writeFile(aside, `${[...kept, ...added].join('\n')}\n`, { mode: 0o600 });
  await chmod(aside, 0o600);
  await rename(aside, file);
  return file;
}

async function linesOf(file: string): Promise<string[]> {
  try {
    return (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
