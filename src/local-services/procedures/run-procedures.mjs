/**
 * `npm run procedures -- check|diff|test|export|deploy`: what a package's author and a continuous integration ask; all but
 * deploy, and export with --server, without a platform that runs. Answers go to the standard output, progress to the other stream.
 */
import { Trouble } from '../trouble.mjs';
import { check } from './check.mjs';
import { deploy } from './deploy.mjs';
import { diff } from './diff.mjs';
import { EXIT } from './exit-codes.mjs';
import { exportPackage } from './export-package.mjs';
import { testPackage } from './test-package.mjs';

export const HELP = `npm run procedures -- LỆNH … / COMMAND …

check TỆP|THƯ MỤC|ZIP|'MẪU*' …  kiểm tra bộ quy trình (có manifest.json) hoặc tệp .bpmn .xml .dmn .form rời; mỗi tệp một dòng JSON
                          check packages (with manifest.json) or loose .bpmn .xml .dmn .form files; one JSON line a file
  --base NGUỒN            so với bộ gốc: thay đổi trái luật bị từ chối / refuse changes that the base's guardrails forbid
  --against-broker        đưa từng tệp rời, từng bộ vào một máy Zeebe tạm và in chỗ khác nhau / compare with a throw-away Zeebe
diff TRƯỚC SAU            khác nhau giữa hai bộ: thư mục, zip hay git:REF:THƯ_MỤC / differences of two packages
  --json                  mỗi khác biệt một dòng JSON / one JSON line a difference
test [BỘ …]               chạy thử mọi kịch bản trên máy Zeebe riêng, đồng hồ tua nhanh; không bộ nào: cả thư mục bpmn/
                          play every scenario on a Zeebe of its own with a clock that is moved; none named: all of bpmn/
  --scenario TÊN          chỉ kịch bản này, dùng được nhiều lần / only this scenario; may be repeated
  --world TỆP.json        đơn vị, lịch, tham số của một phường (database/seeds/*.json) / units, calendar and parameters of a tenant
  --coverage              phần tử, nhánh chưa đi qua / elements and branches that were not passed
  --json, --lang vi|en    mỗi kịch bản một dòng JSON; tiếng / one JSON line a scenario; language
export NGUỒN TỆP.zip      đóng gói; cùng nội dung cho cùng từng byte / pack; the same content gives the same bytes
  --server URL            NGUỒN là mã bộ quy trình đang áp dụng ở máy chủ đó / SOURCE is the id of a package in force there
deploy BỘ --note "…"      máy chủ chạy thử mọi kịch bản, rồi đề nghị ban hành; người thứ hai vẫn phải duyệt
                          the server tries every scenario, then it is proposed; a second person decides
  --server URL            máy chủ; mã truy cập trong biến PROCEDURES_TOKEN / the server; the token in PROCEDURES_TOKEN
  --tenant MÃ             dừng nếu mã truy cập thuộc nơi khác / stop if the token belongs to another tenant
  --version X.Y.Z, --from NGÀY, --json
  --based-on X.Y.Z        phiên bản mà gói được làm từ: dừng nếu đang áp dụng bản khác / stop if another version is in force
  --trials-reason "…"     vì sao vẫn đề nghị khi có kịch bản không đạt hoặc chưa chạy / why, though scenarios fail or were not tried
  --trials-wait PHÚT      đợi chạy thử nhiều nhất bao lâu (20) / how many minutes to wait for the trials at most
  --no-trials             không chạy thử trước; cần --trials-reason / do not try first; needs --trials-reason
--help                    hướng dẫn này / this help

Mã thoát / Exit codes: 0 đạt, không khác / accepted, no difference · 1 bị từ chối, có khác / refused, different
                       2 dùng sai / usage · 3 không chạy được / could not run
`;

/** A path on the command line that leads nowhere, or where this person may not read or write. */
const UNREACHABLE = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES', 'EPERM', 'EROFS']);

const COMMANDS = { check, diff, test: testPackage, export: exportPackage, deploy };

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
    // What a server or a trial host says of itself: in words, and not the caller's fault.
    const isAway = /^(SERVER|TRIAL)_/.test(code);
    if (!isUsage && !isPackage && !isAway && !(error instanceof Trouble)) throw error;
    const { vi, message, status } = /** @type {Error & { vi?: string, status?: number }} */ (error);
    process.stderr.write(isPackage || isAway ? `${vi}\n${message}\n` : `${message}\n`);
    if (isPackage || (isAway && status && status < 500)) return EXIT.refused;
    return isUsage ? EXIT.usage : EXIT.failed;
  }
}
