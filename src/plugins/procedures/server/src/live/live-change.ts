// live/ owns how open pages learn that something has changed, without being told what: a writer announces ids in its
// transaction, every application process hears it (LISTEN/NOTIFY), and each person's stream gets only the ids that the
// policy lets that person know. This file owns the shape of an announcement and the channel it goes through.

export const LIVE_CHANNEL = 'procedures_live';

/** Kinds of things that pages follow; live/audiences.ts says who may hear of each. */
export type LiveTopic = 'cases' | 'tasks' | 'notices' | 'alarms' | 'duty' | 'questions';
export const LIVE_TOPICS: readonly LiveTopic[] = ['cases', 'tasks', 'notices', 'alarms', 'duty', 'questions'];

export interface LiveChange {
  readonly tenantId: string;
  readonly topic: LiveTopic;
  readonly ids: readonly string[];
  /** Told even if they may no longer see it: they held it until now, so the id tells them nothing new. */
  readonly people?: readonly string[];
  /** The same for candidate groups. */
  readonly groups?: readonly string[];
}

/** A notification's text as a change; null when it is none of ours. */
export function readChange(text: string): LiveChange | null {
  try {
    const { tenantId, topic, ids, people, groups } = JSON.parse(text) as LiveChange;
    if (typeof tenantId !== 'string' || !LIVE_TOPICS.includes(topic) || !Array.isArray(ids)) return null;
    return { tenantId, topic, ids, people: people ?? [], groups: groups ?? [] };
  } catch {
    return null;
  }
}
