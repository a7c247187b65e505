// What the engine noticed, in words: why a value is null.
import { reasonIn, warningsIn } from '../../../src/plugins/procedures/server/src/expressions/warning-words';

const incident = (...lines: string[]) =>
  `Expected result of the expression '[\nx\n]' to be 'STRING', but was 'ARRAY'. The evaluation reported the following warnings:\n${lines.join('\n')}`;
const only = (line: string, known: string[] | null = null) => {
  const found = warningsIn(incident(line), known);
  expect(found).toHaveLength(1);
  return found[0];
};

test('an incident without notices has none', () => {
  expect(warningsIn("Expected result of the expression '[1]' to be 'STRING', but was 'ARRAY'.", [])).toEqual([]);
});

test('a name that does not exist at the step is told, with the one that was meant', () => {
  const line = "[NO_VARIABLE_FOUND] No variable found with name 'handlingunit'";
  expect(only(line)).toMatchObject({
    code: 'NO_VARIABLE_FOUND',
    said: "No variable found with name 'handlingunit'",
    vi: 'Không có biến handlingunit ở bước này.',
  });
  expect(only(line, ['kind', 'handlingUnit'])?.vi).toBe('Không có biến handlingunit ở bước này. Có phải handlingUnit?');
  expect(only(line, ['kind', 'handlingUnit'])?.en).toContain('Did you mean handlingUnit?');
  expect(only(line, ['kind', 'channel'])?.vi).toBe('Không có biến handlingunit ở bước này.');
});

test('a name that exists at the step and not in the sample is told so', () => {
  const told = only("[NO_VARIABLE_FOUND] No variable found with name 'kind'", ['kind']);
  expect(told?.vi).toBe('Mẫu này không có giá trị cho biến kind. Ở hồ sơ thật bước này có biến đó; hãy thêm vào mẫu.');
});

test('values of different types are told as such, in the engine’s values', () => {
  expect(only("[NOT_COMPARABLE] Can't compare '\"5\"' with '5'")?.vi).toContain(
    'So sánh hai giá trị khác kiểu: "5" và 5',
  );
});

test('each notice is told once, in the order of the engine, and may have several lines', () => {
  const found = warningsIn(
    incident(
      "[NO_VARIABLE_FOUND] No variable found with name 'a'",
      "[INVALID_TYPE] Expected Number but found 'a\nb'",
      "[NO_VARIABLE_FOUND] No variable found with name 'a'",
    ),
    null,
  );
  expect(found.map(({ code, said }) => [code, said])).toEqual([
    ['NO_VARIABLE_FOUND', "No variable found with name 'a'"],
    ['INVALID_TYPE', "Expected Number but found 'a\nb'"],
  ]);
});

test('a notice of an unknown kind is told in the engine’s own words', () => {
  expect(only('[SOMETHING_NEW] It is raining')).toMatchObject({
    code: 'SOMETHING_NEW',
    vi: 'Máy báo: It is raining',
    en: 'The engine says: It is raining',
  });
});

/** As zeebe 8.5.8 said them, word for word. */
test.each([
  [
    "[NO_CONTEXT_ENTRY_FOUND] No context entry found with key 'zz'. Available keys: 'k', 'm'",
    'Không có mục zz bên trong; chỉ có: k, m.',
  ],
  ["[NO_CONTEXT_ENTRY_FOUND] No context entry found with key 'x'. The context is empty", 'Không có mục x bên trong.'],
  [
    "[NO_CONTEXT_ENTRY_FOUND] No context entry found with key 'x'. The context is null",
    'Không đọc được mục x: cả nhóm giá trị đang là null.',
  ],
  [
    "[NO_PROPERTY_FOUND] No property found with name 'x' of value '\"x\"'. Available properties: ",
    'Giá trị "x" không có phần nào tên x.',
  ],
  [
    "[NO_FUNCTION_FOUND] No function found with name 'trim' and 1 parameters",
    'Máy này không có hàm trim với 1 đối số.',
  ],
  ["[INVALID_TYPE] Expected boolean but found 'null'", 'Cần đúng/sai nhưng gặp null.'],
  ["[INVALID_TYPE] Can't add '\"x\"' to '1'", 'Không tính được 1 + "x".'],
  ["[INVALID_TYPE] Can't subtract '1' from '\"x\"'", 'Không tính được "x" - 1.'],
  ["[INVALID_TYPE] Can't divide '1' by '0'", 'Không tính được 1 / 0.'],
  [
    "[FUNCTION_INVOCATION_FAILURE] Failed to invoke function 'substring': Illegal arguments: '1', '2'",
    'Hàm substring không nhận: 1, 2.',
  ],
  [
    "[FUNCTION_INVOCATION_FAILURE] Failed to invoke function 'number': Can't parse 'abc' as a number",
    "Hàm number không tính được: Can't parse 'abc' as a number",
  ],
  [
    "[NOT_COMPARABLE] Can't compare '{k:UnsafeBuffer{addressOffset=16, capacity=1}}' with '[1, 2]'",
    'So sánh hai giá trị khác kiểu: một nhóm giá trị và [1, 2]. Phép so sánh cho null.',
  ],
  ['[ASSERT_FAILURE] The condition is not fulfilled', 'Điều kiện trong assert() không đúng.'],
])('%s', (line, vi) => {
  expect(only(line)?.vi).toBe(vi);
  expect(only(line)?.en).not.toMatch(/^The engine says/);
});

test('the reason of what broke off comes without the list of notices', () => {
  expect(
    reasonIn(
      "Assertion failure on evaluate the expression 'x': The condition is not fulfilled The evaluation reported the following warnings:\n[ASSERT_FAILURE] The condition is not fulfilled",
    ),
  ).toBe("Assertion failure on evaluate the expression 'x': The condition is not fulfilled");
  expect(reasonIn('Division by zero')).toBe('Division by zero');
});
