// Owns what may be tried: an expression of a size that no engine minds, and a sample.
import { expressionRefused } from './expression-refused';
import { readSample } from './read-sample';

export interface ExpressionQuestion {
  /** Without a leading `=`. */
  expression: string;
  element: string;
  variables: Record<string, unknown>;
}

const MOST_CHARACTERS = 20_000;

export function readQuestion(body: Record<string, unknown>): ExpressionQuestion {
  const { expression, element, variables = {} } = body;
  if (typeof expression !== 'string') throw expressionRefused('biểu thức là một đoạn chữ', 'the expression as text');
  const text = expression.trim().replace(/^=/, '');
  if (text.trim() === '') throw expressionRefused('một biểu thức', 'an expression');
  if (text.length > MOST_CHARACTERS)
    throw expressionRefused(
      `biểu thức không quá ${MOST_CHARACTERS} ký tự`,
      `an expression of at most ${MOST_CHARACTERS} characters`,
    );
  if (element !== undefined && typeof element !== 'string')
    throw expressionRefused('mã của bước', 'the id of an element');
  return { expression: text, element: element ?? '', variables: readSample(variables) };
}
