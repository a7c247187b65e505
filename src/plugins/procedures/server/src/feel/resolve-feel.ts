// Owns the convention of packages: text that begins with `=` is FEEL, any other text is itself.

import { evaluateFeel, type FeelContext, type FeelNow } from './evaluate-feel';

export function isFeel(text: unknown): text is string {
  return typeof text === 'string' && text.startsWith('=');
}

/** The value of a setting of a package: evaluated when it begins with `=`, else (text, number, boolean, null) as it is. */
export function resolveFeel(setting: unknown, context: FeelContext, now?: FeelNow): unknown {
  return isFeel(setting) ? evaluateFeel(setting.slice(1), context, now).value : setting;
}

/** Whether a `when` holds: absent means always; anything but true (null, a missing name) means no. */
export function conditionHolds(when: unknown, context: FeelContext, now?: FeelNow): boolean {
  return when === undefined || when === null || resolveFeel(when, context, now) === true;
}
