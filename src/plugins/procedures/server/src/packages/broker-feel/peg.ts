// Owns the few ways in which grammar rules are put together: ordered choice without return, and white space between the
// parts of a sequence, as the engine's own parser has them. Rules that are asked again at one place answer from memory,
// so that nested brackets cost no more than their length.

export interface Match {
  end: number;
  /** Names of functions that are called inside. */
  calls: string[];
  /** Names that the expression itself introduces. */
  defines: string[];
}

export type Rule = (text: Text, at: number) => Match | null;

/** The text being read, with what is known of it. */
export class Text {
  readonly known: Map<Rule, Map<number, Match | null>> = new Map();
  /** How far any rule came: where the mistake most likely is. */
  furthest = 0;

  constructor(readonly value: string) {}
}

const NONE: string[] = [];
export const matched = (end: number): Match => ({ end, calls: NONE, defines: NONE });

const joined = (first: Match, second: Match): Match => ({
  end: second.end,
  calls:
    first.calls.length === 0
      ? second.calls
      : second.calls.length === 0
        ? first.calls
        : [...first.calls, ...second.calls],
  defines:
    first.defines.length === 0
      ? second.defines
      : second.defines.length === 0
        ? first.defines
        : [...first.defines, ...second.defines],
});

const WHITE = /[\t-\r \u0085\u00A0\u1680\u180E\u2000-\u200B\u2028\u2029\u202F\u205F\u3000\uFEFF]/;
export const isWhite = (character: string): boolean => WHITE.test(character);

/** The end of white space and comments; -1 where a comment is not closed. */
export function afterSpace({ value }: Text, start: number): number {
  let at = start;
  for (;;) {
    while (at < value.length && WHITE.test(value[at])) at += 1;
    if (value.startsWith('//', at)) {
      const end = value.indexOf('\n', at);
      at = end === -1 ? value.length : end + 1;
    } else if (value.startsWith('/*', at)) {
      const end = value.indexOf('*/', at + 2);
      if (end === -1) return -1;
      at = end + 2;
    } else return at;
  }
}

export const literal =
  (word: string): Rule =>
  (text, at) => {
    if (text.value.startsWith(word, at)) return matched(at + word.length);
    text.furthest = Math.max(text.furthest, at);
    return null;
  };

export const oneOf = (...words: string[]): Rule => firstOf(...words.map(literal));

/** The pattern is sticky. */
export const pattern =
  (form: RegExp): Rule =>
  (text, at) => {
    form.lastIndex = at;
    const found = form.exec(text.value);
    if (found) return matched(at + found[0].length);
    text.furthest = Math.max(text.furthest, at);
    return null;
  };

export const firstOf =
  (...rules: Rule[]): Rule =>
  (text, at) => {
    for (const rule of rules) {
      const match = rule(text, at);
      if (match) return match;
    }
    return null;
  };

/** One after another, with space between. */
export const inOrder =
  (...rules: Rule[]): Rule =>
  (text, at) => {
    let match = matched(at);
    for (const [index, rule] of rules.entries()) {
      const from = index === 0 ? at : afterSpace(text, match.end);
      const next = from === -1 ? null : rule(text, from);
      if (!next) return null;
      // Space before a part that took nothing is not taken either.
      match = joined(match, next.end > from ? next : { ...next, end: match.end });
    }
    return match;
  };

export const maybe =
  (rule: Rule): Rule =>
  (text, at) =>
    rule(text, at) ?? matched(at);

export const many =
  (rule: Rule, { least = 0, between = null as Rule | null } = {}): Rule =>
  (text, at) => {
    let match = matched(at);
    for (let count = 0; ; count += 1) {
      let from = count === 0 ? at : afterSpace(text, match.end);
      if (count > 0 && between && from !== -1) {
        const separator = between(text, from);
        from = separator ? afterSpace(text, separator.end) : -1;
      }
      const next = from === -1 ? null : rule(text, from);
      if (!next || (count > 0 && next.end === match.end)) return count < least ? null : match;
      match = joined(match, next);
    }
  };

/** A rule that refers to itself, or is asked often at one place. */
export const remembered = (make: () => Rule): Rule => {
  let made: Rule | null = null;
  const rule: Rule = (text, at) => {
    let known = text.known.get(rule);
    if (!known) {
      known = new Map();
      text.known.set(rule, known);
    }
    const answer = known.get(at);
    if (answer !== undefined) return answer;
    made ??= make();
    const match = made(text, at);
    known.set(at, match);
    return match;
  };
  return rule;
};

/** What the rule reads is the name of a function that is called, or a name that is introduced. */
export const naming =
  (kind: 'calls' | 'defines', rule: Rule): Rule =>
  (text, at) => {
    const match = rule(text, at);
    return match && { ...match, [kind]: [...match[kind], text.value.slice(at, match.end).trim()] };
  };
