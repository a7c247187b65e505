// Owns what may cross to the engine. Its records, exports and incidents are read by operators of every tenant, so only
// declared facts cross: names that the manifests list, codes, and ids. Messages here name variables, never their values.
import { ProblemError } from '../problems/problem-error';
import type { Variables } from './engine';

const LARGEST_PAYLOAD_BYTES = 1024 * 1024;
/** A word for programs: no spaces, so no sentence and hardly a name of a person. */
const CODE = /^[\p{L}_][\p{L}\p{N}_.:-]{0,127}$/u;
const KEY = /^[^\s\p{C}]{0,256}$/u;

export class VariableGuard {
  readonly #isAllowed: (variableName: string) => boolean;

  constructor(isAllowed: (variableName: string) => boolean) {
    this.#isAllowed = isAllowed;
  }

  /** The variables as the JSON text that is sent, or a refusal. */
  serialise(variables: Variables): string {
    const refused = Object.keys(variables).filter((name) => !this.#isAllowed(name));
    if (refused.length > 0) {
      throw new ProblemError({
        code: 'VARIABLE_MAY_NOT_CROSS',
        status: 422,
        vi: `Chỉ những biến có trong danh sách khai báo của quy trình mới được gửi sang bộ máy, nhưng có biến chưa khai báo: ${refused.join(', ')}. Hãy khai báo biến trong manifest hoặc bỏ khỏi lệnh.`,
        en: `Expected to send only variables that a manifest lists, but these are not listed: ${refused.join(', ')}. List them in the manifest or leave them out.`,
        detail: { variables: refused },
      });
    }
    const text = JSON.stringify(variables);
    const bytes = Buffer.byteLength(text);
    if (bytes > LARGEST_PAYLOAD_BYTES) {
      throw new ProblemError({
        code: 'VARIABLES_TOO_LARGE',
        status: 413,
        vi: `Dữ liệu gửi sang bộ máy tối đa ${LARGEST_PAYLOAD_BYTES} byte, nhưng lần này có ${bytes} byte. Hãy giữ dữ liệu trong hồ sơ và chỉ gửi mã.`,
        en: `Expected to send at most ${LARGEST_PAYLOAD_BYTES} bytes of variables, but got ${bytes}. Keep data in the record and send ids.`,
        detail: { bytes, variables: Object.keys(variables) },
      });
    }
    return text;
  }

  /** An error code or a failure message: a code, so that no sentence about a person ends in an incident. */
  code(value: string, what: string): string {
    return this.#matching(CODE, value, what);
  }

  /** A correlation key or a message id: no spaces, at most 256 characters. */
  key(value: string, what: string): string {
    return this.#matching(KEY, value, what);
  }

  #matching(pattern: RegExp, value: string, what: string): string {
    if (pattern.test(value)) return value;
    throw new ProblemError({
      code: 'TEXT_MAY_NOT_CROSS',
      status: 422,
      vi: `Trường ${what} gửi sang bộ máy phải là một mã không có khoảng trắng, nhưng lại nhận một đoạn văn bản dài ${value.length} ký tự.`,
      en: `Expected to send a code without spaces as ${what}, but got a text of ${value.length} characters.`,
      detail: { field: what, length: value.length },
    });
  }
}
