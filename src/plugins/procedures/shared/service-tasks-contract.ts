/**
 * The contract of steps that the platform does itself: their job types, what the drawing says of them in its task headers,
 * the connections that they may call, and why one may have stopped.
 */
import type { Bilingual } from './contracts';

export const NOTIFY_JOB = 'procedures.notify';
export const HTTP_JOB = 'procedures.http';
/** Every job type that somebody works on; any other would wait for ever. */
export const JOB_TYPES: readonly string[] = [NOTIFY_JOB, HTTP_JOB];

export const HTTP_METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
export type HttpMethodName = (typeof HTTP_METHODS)[number];

/** Header `body`, as JSON: a field of the body and the variable that fills it. */
export interface SentField {
  field: string;
  variable: string;
}

export const RESULT_TYPES = ['string', 'number', 'boolean'] as const;
/** Header `result`, as JSON: a variable and where the answer has it, e.g. `data.items.0.score`. */
export interface ResultField {
  name: string;
  type: (typeof RESULT_TYPES)[number];
  path: string;
  /** What lists call the variable. */
  title?: string;
}

/** A notice is told to `UNIT/role`, `unit:UNIT` or `head:UNIT`. */
export interface NotifyTask {
  kind: 'notify';
  /** A list with commas, or FEEL over the case and its variables. */
  to: string;
  /** `{variable}` is replaced by its value in words. */
  text: string;
  urgent: boolean;
}
export interface HttpTask {
  kind: 'http';
  connection: string;
  method: HttpMethodName;
  /** Below the connection's address; `{variable}` is replaced by its value. */
  path: string;
  body: SentField[];
  result: ResultField[];
}
export type ServiceTask = NotifyTask | HttpTask;

export const LONGEST_NOTICE = 300;
/** Text that an answer may bring: a code or a short word, not a document. */
export const LONGEST_RESULT = 120;

export interface ConnectionHeader {
  name: string;
  /** null: secret; it is never shown again. */
  value: string | null;
}
export interface ConnectionRow {
  id: string;
  name: string;
  baseUrl: string;
  methods: HttpMethodName[];
  headers: ConnectionHeader[];
  /** Variables that may leave through it. */
  sends: string[];
  timeoutSeconds: number;
  repeatable: boolean;
  sensitive: boolean;
  active: boolean;
  version: number;
  changedAt: string;
  usedBy: ConnectionUse[];
}
/** A published version that calls it: the one in force, or one with running cases. */
export interface ConnectionUse {
  packageId: string;
  title: Bilingual;
  version: string;
  inForce: boolean;
  steps: string[];
}
export interface ConnectionBody {
  name: string;
  baseUrl: string;
  methods: HttpMethodName[];
  /** `secret` without a value keeps what is there. */
  headers: { name: string; value?: string; secret?: boolean }[];
  sends: string[];
  timeoutSeconds: number;
  repeatable: boolean;
  sensitive: boolean;
  active?: boolean;
  /** Of a change: the version that was read. */
  version?: number;
}
export interface ConnectionList {
  items: ConnectionRow[];
  /** Variables of the tenant's procedures, for the list of what may be sent. */
  variables: { value: string; label: string }[];
}
export interface ConnectionTest {
  ok: boolean;
  status: number | null;
  milliseconds: number;
  words: Bilingual;
}
/** What the modeler may choose from: no address and no header. */
export interface ConnectionChoice {
  value: string;
  label: string;
  methods: HttpMethodName[];
  sends: string[];
}

/** Why a service step has stopped, in words and with what to do. */
export const SERVICE_PROBLEMS = {
  STEP_UNREADABLE: {
    vi: 'Cài đặt của bước tự động không đọc được. Sửa bước trong quy trình, ban hành, rồi chuyển hồ sơ này sang phiên bản mới.',
    en: 'The settings of the automatic step cannot be read. Mend the step, publish, and move the case to the new version.',
  },
  NOTIFY_NOBODY: {
    vi: 'Bước thông báo không tìm ra người nhận: biểu thức chọn nhóm không cho nhóm nào. Kiểm tra đơn vị xử lý của hồ sơ rồi thử lại; nếu phải sửa bước thì ban hành và chuyển hồ sơ này sang phiên bản mới.',
    en: 'The notice has nobody to tell: the expression gives no group. Check the handling unit, then retry; a mended step needs a new version, to which this case is moved.',
  },
  CONNECTION_UNKNOWN: {
    vi: 'Kết nối mà bước gọi không còn hoặc đang tắt. Mở trang Kết nối, tạo hoặc bật lại, rồi thử lại.',
    en: 'The connection that the step calls is gone or switched off. Make it or switch it on under Connections, then retry.',
  },
  HTTP_SENSITIVE_CASE: {
    vi: 'Hồ sơ hạn chế hoặc có người được bảo vệ: kết nối này không được dùng. Cho phép ở trang Kết nối rồi thử lại, hoặc chuyển vị trí hồ sơ bằng tay.',
    en: 'A restricted or protected case: this connection may not be used. Allow it under Connections and retry, or move the token by hand.',
  },
  HTTP_FIELD_NOT_ALLOWED: {
    vi: 'Bước gửi một thông tin mà kết nối không cho phép gửi. Thêm vào danh sách được gửi ở trang Kết nối rồi thử lại; nếu sửa bước thì ban hành và chuyển hồ sơ này sang phiên bản mới.',
    en: 'The step sends something that the connection does not allow. Allow it under Connections, then retry; a mended step needs a new version, to which this case is moved.',
  },
  HTTP_METHOD_NOT_ALLOWED: {
    vi: 'Kết nối không cho phép cách gọi mà bước dùng. Cho phép ở trang Kết nối rồi thử lại; nếu sửa bước thì ban hành và chuyển hồ sơ này sang phiên bản mới.',
    en: 'The connection does not allow the method that the step uses. Allow it, then retry; a mended step needs a new version, to which this case is moved.',
  },
  HTTP_ADDRESS_REFUSED: {
    vi: 'Địa chỉ của kết nối bị từ chối: không có trong danh sách được phép, không còn tồn tại, hoặc nằm trong mạng nội bộ. Sửa kết nối rồi thử lại.',
    en: 'The address of the connection is refused: not allowed, unknown, or inside a private network. Mend the connection, then retry.',
  },
  HTTP_NO_ANSWER: {
    vi: 'Hệ thống kia không trả lời hoặc không kết nối được, đã thử nhiều lần. Hỏi bên quản lý hệ thống đó, rồi thử lại.',
    en: 'The other system did not answer, several times over. Ask whoever runs it, then retry.',
  },
  HTTP_TIMEOUT: {
    vi: 'Hệ thống kia trả lời quá chậm, đã thử nhiều lần. Tăng thời gian chờ của kết nối hoặc hỏi bên quản lý, rồi thử lại.',
    en: 'The other system was too slow, several times over. Give the connection more time or ask whoever runs it, then retry.',
  },
  HTTP_UNCLEAR: {
    vi: 'Không rõ hệ thống kia đã nhận hay chưa, nên không tự gửi lại. Hỏi bên đó; chưa nhận thì bấm Thử lại, đã nhận thì chuyển vị trí hồ sơ sang bước sau.',
    en: 'Nobody knows whether the other system has received it, so it is not sent again. Ask; if not received retry, else move the token on.',
  },
  HTTP_SERVER_ERROR: {
    vi: 'Hệ thống kia báo lỗi của chính nó, đã thử nhiều lần. Hỏi bên quản lý hệ thống đó, rồi thử lại.',
    en: 'The other system reported a fault of its own, several times over. Ask whoever runs it, then retry.',
  },
  HTTP_REFUSED: {
    vi: 'Hệ thống kia từ chối yêu cầu. Kiểm tra khóa truy cập của kết nối, đường dẫn và thông tin gửi, rồi thử lại.',
    en: 'The other system refused the request. Check the connection’s key, the path and what is sent, then retry.',
  },
  HTTP_REDIRECTED: {
    vi: 'Hệ thống kia chuyển sang địa chỉ khác; vì an toàn hệ thống không đi theo. Sửa địa chỉ của kết nối rồi thử lại.',
    en: 'The other system sent us elsewhere, which is not followed. Mend the address of the connection, then retry.',
  },
  HTTP_ANSWER_TOO_LARGE: {
    vi: 'Câu trả lời quá lớn (trên 256 KB) nên không nhận. Sửa đường dẫn của bước để hỏi ít hơn, ban hành và chuyển hồ sơ này sang phiên bản mới.',
    en: 'The answer was too large (above 256 KB) and was not taken. Let the step ask for less, publish, and move this case to the new version.',
  },
  HTTP_ANSWER_NOT_JSON: {
    vi: 'Câu trả lời không phải JSON nên không đọc được. Kiểm tra đường dẫn với bên quản lý hệ thống đó, rồi thử lại.',
    en: 'The answer was not JSON. Check the path with whoever runs the other system, then retry.',
  },
  HTTP_RESULT_UNFIT: {
    vi: 'Câu trả lời thiếu thông tin mà bước cần, hoặc không đúng kiểu, hoặc dài hơn 120 ký tự. Hỏi bên đó rồi thử lại, hoặc sửa phần nhận kết quả của bước, ban hành và chuyển hồ sơ này sang phiên bản mới.',
    en: 'The answer lacks what the step needs, or it is of another type or longer than 120 characters. Ask them and retry, or mend the results of the step, publish, and move this case to the new version.',
  },
  HTTP_PATH_UNFIT: {
    vi: 'Đường dẫn cần một thông tin mà hồ sơ chưa có. Bổ sung vào hồ sơ rồi thử lại; nếu sửa bước thì ban hành và chuyển hồ sơ này sang phiên bản mới.',
    en: 'The path needs something that the case does not have yet. Add it, then retry; a mended step needs a new version, to which this case is moved.',
  },
  TRIAL_ANSWER_MISSING: {
    vi: 'Chạy thử không gọi ra ngoài, và kịch bản chưa cho bước HTTP này câu trả lời. Thêm ở mục "HTTP trả lời".',
    en: 'A trial calls nobody, and the scenario gives this HTTP step no answer. Add one under "HTTP answers".',
  },
} as const satisfies Record<string, Bilingual>;
export type ServiceProblem = keyof typeof SERVICE_PROBLEMS;
