/**
 * `npm run procedures -- check|diff|export`: what a package's author and a continuous integration ask, without a platform
 * that runs. Answers go to the standard output, progress to the other stream.
 */
import { Trouble } from '../trouble.mjs';
import { check } from './check.mjs';
import { diff } from './diff.mjs';
import { EXIT } from './exit-codes.mjs';
import { exportPackage } from './export-package.mjs';

export const HELP = `npm run procedures -- LỆNH … / COMMAND …

check TỆP|THƯ MỤC|ZIP|'MẪU*' …  kiểm tra bộ quy trình (có manifest.json) hoặc tệp .bpmn .xml .dmn .form rời; mỗi tệp một dòng JSON
                          check packages (with manifest.json) or loose .bpmn .xml .dmn .form files; one JSON line a file
  --base NGUỒN            so với bộ gốc: thay đổi trái luật bị từ chối / refuse changes that the base's guardrails forbid
  --against-broker        đưa từng tệp rời, từng bộ vào một máy Zeebe tạm và in chỗ khác nhau / compare with a throw-away Zeebe
diff TRƯỚC SAU            khác nhau giữa hai bộ: thư mục, zip hay git:REF:THƯ_MỤC / differences of two packages
  --json                  mỗi khác biệt một dòng JSON / one JSON line a difference
export NGUỒN TỆP.zip      đóng gói; cùng nội dung cho cùng từng byte / pack; the same content gives the same bytes
--help                    hướng dẫn này / this help

Mã thoát / Exit codes: 0 đạt, không khác / accepted, no difference · 1 bị từ chối, có khác / refused, different
                       2 dùng sai / usage · 3 không chạy được / could not run
`;

/** A path on the command line that leads nowhere, or where this person may not read or write. */
const UNREACHABLE = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES', 'EPERM', 'EROFS']);

const COMMANDS = { check, diff, export: exportPackage };

/**
 * @param {import('../progress.mjs').Progress} progress
 * @param {string[]} args
 * @returns {Promise<number>} exit code
 */
export async function runProcedures(progress, args) {
  const [command, ...rest] = args;
  if (args.includes('--help') || command === undefined || !Object.hasOwn(COMMANDS, command)) {
    process.stdout.write(HELP);
    return args.includes('--help') ? EXIT.ok : EXIT.usage;
  }
  try {
    return await COMMANDS[/** @type {keyof typeof COMMANDS} */ (command)](progress, rest);
  } catch (error) {
    const code = /** @type {{ code?: string }} */ (error).code ?? '';
    const isUsage = code.startsWith('ERR_PARSE_ARGS') || code === 'USAGE' || UNREACHABLE.has(code);
    const isPackage = /^PACKAGE_/.test(code);
    if (!isUsage && !isPackage && !(error instanceof Trouble)) throw error;
    const { vi, message } = /** @type {Error & { vi?: string }} */ (error);
    process.stderr.write(isPackage ? `${vi}\n${message}\n` : `${message}\n`);
    if (isPackage) return EXIT.refused;
    return isUsage ? EXIT.usage : EXIT.failed;
  }
}
