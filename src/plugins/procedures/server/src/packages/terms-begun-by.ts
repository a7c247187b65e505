// Owns which terms an event begins: by starting them, or as the instant that they count from.
import type { ClockRuleDefinition, Manifest } from './types';

export const termsBegunBy = (manifest: Manifest, code: string): ClockRuleDefinition[] =>
  manifest.clockRules.filter((rule) =>
    rule.start.some(({ event, anchor }) => event === code || anchor.split(/[:,]/).includes(code)),
  );
