// Owns the sentences in which a form's field is refused.

export interface FieldProblem {
  /** `record.persons[0].name` */
  path: string;
  vi: string;
  en: string;
}

export type Sentence = { vi: string; en: string };

export const say = {
  required: { vi: 'Phải nhập mục này.', en: 'Expected a value, but there is none.' },
  unknownKey: {
    vi: 'Biểu mẫu không có mục này. Hãy tải lại trang.',
    en: 'Expected only fields of the form, but it has no such field. Load the page again.',
  },
  wrongType: (expected: Sentence): Sentence => ({
    vi: `Giá trị phải là ${expected.vi}, nhưng không phải.`,
    en: `Expected ${expected.en}, but the value is none.`,
  }),
  tooLong: (max: number): Sentence => ({
    vi: `Phải có tối đa ${max} ký tự.`,
    en: `Expected at most ${max} characters, but there are more.`,
  }),
  tooShort: (min: number): Sentence => ({
    vi: `Phải có ít nhất ${min} ký tự.`,
    en: `Expected at least ${min} characters, but there are fewer.`,
  }),
  tooSmall: (min: number): Sentence => ({
    vi: `Phải từ ${min} trở lên.`,
    en: `Expected at least ${min}, but it is less.`,
  }),
  tooLarge: (max: number): Sentence => ({
    vi: `Không được quá ${max}.`,
    en: `Expected at most ${max}, but it is more.`,
  }),
  decimals: (digits: number): Sentence => ({
    vi: digits === 0 ? 'Phải là số nguyên.' : `Phải có tối đa ${digits} chữ số thập phân.`,
    en: `Expected at most ${digits} decimal digits, but there are more.`,
  }),
  increment: (step: number): Sentence => ({
    vi: `Phải là bội số của ${step}.`,
    en: `Expected a multiple of ${step}, but it is none.`,
  }),
  pattern: { vi: 'Không đúng mẫu quy định.', en: 'Expected the value to match its pattern, but it does not.' },
  email: { vi: 'Phải là địa chỉ thư điện tử.', en: 'Expected an e-mail address, but it is none.' },
  phone: { vi: 'Phải là số điện thoại.', en: 'Expected a phone number, but it is none.' },
  option: {
    vi: 'Phải chọn một trong các giá trị đã cho.',
    en: 'Expected one of the offered values, but it is none of them.',
  },
  date: {
    vi: 'Phải là ngày giờ có thật, từ năm 1900 đến năm 2200.',
    en: 'Expected a real date or time between 1900 and 2200, but it is none.',
  },
  past: { vi: 'Không được chọn ngày đã qua.', en: 'Expected a day that has not passed, but it has.' },
  unprintable: {
    vi: 'Có ký tự không lưu được. Hãy gõ lại.',
    en: 'Expected text that can be stored, but it holds a broken character. Type it again.',
  },
  tooManyRows: (max: number): Sentence => ({
    vi: `Phải có tối đa ${max} dòng.`,
    en: `Expected at most ${max} rows, but there are more.`,
  }),
};

export const kinds = {
  text: { vi: 'chữ', en: 'text' },
  number: { vi: 'số', en: 'a number' },
  boolean: { vi: 'có hoặc không', en: 'true or false' },
  list: { vi: 'danh sách', en: 'a list' },
  object: { vi: 'nhóm mục', en: 'an object' },
};
