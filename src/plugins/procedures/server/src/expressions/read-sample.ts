// Owns which sample may be tried on: values of a size that no engine minds, with names that FEEL can say.
import { expressionRefused } from './expression-refused';

const MOST_BYTES = 256 * 1024;
const MOST_NAMES = 500;

export function readSample(variables: unknown): Record<string, unknown> {
  if (typeof variables !== 'object' || variables === null || Array.isArray(variables))
    throw expressionRefused('mẫu dạng {"tên": giá trị}', 'the sample as {"name": value}');
  const names = Object.keys(variables);
  if (names.length > MOST_NAMES || names.some((name) => name === '' || name.length > 100))
    throw expressionRefused(
      `mẫu có không quá ${MOST_NAMES} biến, tên không quá 100 ký tự`,
      `a sample of at most ${MOST_NAMES} names of at most 100 characters`,
    );
  if (Buffer.byteLength(JSON.stringify(variables)) > MOST_BYTES)
    throw expressionRefused(`mẫu không quá ${MOST_BYTES / 1024} KB`, `a sample of at most ${MOST_BYTES / 1024} KB`);
  return variables as Record<string, unknown>;
}
