/** The server is CommonJS and loads ES modules with require, which Node does by itself from 20.19 and 22.12 on. */
import { Trouble } from './trouble.mjs';

/** @param {string} [version] */
export function expectNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  const isNewEnough = major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19);
  if (isNewEnough) return;
  throw new Trouble(
    `Cần Node.js 20.19 trở lên trong dòng 20, hoặc 22.12 trở lên; đang chạy ${version}. Hãy cài bản mới từ nodejs.org.`,
    `Expected Node.js 20.19 or newer (22: 22.12 or newer), but this is ${version}. Install a newer one from nodejs.org.`,
  );
}
