// What a step of a move says when it is done: go on, look again after a while, or stop for a person to look.
import type { LocalText } from '../packages/types';

export type StepResult = 'ON' | 'ENDED' | { againInMs: number } | { stuck: LocalText };

export const AGAIN: StepResult = { againInMs: 1_000 };
