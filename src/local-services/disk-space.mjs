/** Says early, and in words, that the disk is too full for what comes next. */
import fs from 'node:fs';
import path from 'node:path';
import { Trouble } from './trouble.mjs';

const MB = 1024 * 1024;

/**
 * @param {string} folder need not exist yet
 * @param {number} megabytes
 * @param {{vi: string, en: string}} what
 */
export function expectDiskSpace(folder, megabytes, what) {
  let at = path.resolve(folder);
  while (!fs.existsSync(at)) at = path.dirname(at);
  const { bavail, bsize } = fs.statfsSync(at);
  const free = Math.floor((bavail * bsize) / MB);
  if (free >= megabytes) return;
  throw new Trouble(
    `Không đủ dung lượng đĩa cho ${what.vi}: cần ${megabytes} MB tại ${at}, chỉ còn ${free} MB. Hãy giải phóng dung lượng rồi chạy lại.`,
    `Expected ${megabytes} MB of free disk at ${at} for ${what.en}, but there are ${free} MB. Free some space and try again.`,
  );
}
