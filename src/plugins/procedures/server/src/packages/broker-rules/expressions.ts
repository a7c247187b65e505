// Owns the two demands that the broker makes of a text: if it is an expression, it can be read; where a value is computed, it is one.
import { readExpression } from '../broker-feel/read-broker-feel';
import type { BrokerView } from './broker-view';

/** A sign and something after it; a lone "=" is a fixed text. */
export const isExpression = (text: string): boolean => text.length > 1 && text.startsWith('=');

export function mayBeFeel(view: BrokerView, element: ModdleElement, text: string | null): void {
  if (text === null || !isExpression(text)) return;
  const read = readExpression(text.slice(1));
  if (read.readable) return;
  view.refuse(
    element,
    'feel-syntax',
    `Biểu thức «${text}» sai cú pháp FEEL của bộ máy ở ký tự ${read.at}.`,
    `Expected FEEL as the engine reads it, but "${text}" has a syntax error at character ${read.at}.`,
  );
}

export function mustBeFeel(view: BrokerView, element: ModdleElement, text: string | null): void {
  if (text !== null && !isExpression(text)) {
    view.refuse(
      element,
      'feel-needed',
      `"${text}" phải là biểu thức bắt đầu bằng "=".`,
      `Expected "${text}" to be an expression that begins with "=", but it does not.`,
    );
  }
  mayBeFeel(view, element, text);
}

export const unreadableTime = (view: BrokerView, element: ModdleElement, text: string): void =>
  view.refuse(
    element,
    'time-unreadable',
    `Không đọc được thời gian "${text}".`,
    `Expected a time by ISO 8601, but it is "${text}".`,
  );
