/** Owns the reading of a case through the API, as its people see it, and what has changed between two readings. */

const OPEN = new Set(['RUNNING', 'PAUSED']);

/** @param {any} reader @param {string} caseId */
export async function readCase(reader, caseId) {
  const detail = await reader.get(`/procedures/cases/${caseId}`);
  const raw = (path) => detail.record.find((field) => field.path === path)?.raw ?? null;
  return { detail, raw };
}

const named = (clock) => ({
  rule: clock.rule,
  variant: clock.variant,
  owner: clock.owner,
  startAt: clock.startAt,
  dueAt: clock.dueAt,
});

/** Clocks that started, stopped and were superseded between two readings. */
export function clockChanges(before, after) {
  const known = new Map(before.map((clock) => [clock.id, clock]));
  const wasOpen = (clock) => !known.has(clock.id) || OPEN.has(known.get(clock.id).state);
  const ended = after.filter((clock) => !OPEN.has(clock.state) && wasOpen(clock));
  return {
    started: after.filter((clock) => !known.has(clock.id)).map(named),
    stopped: ended
      .filter((clock) => clock.state !== 'SUPERSEDED')
      .map((clock) => ({ ...named(clock), onTime: clock.state === 'MET' })),
    superseded: ended
      .filter((clock) => clock.state === 'SUPERSEDED')
      .map((clock) => ({ ...named(clock), reason: clock.supersededReason?.vi ?? null })),
  };
}

export function openClocks(clocks) {
  return clocks.filter((clock) => OPEN.has(clock.state)).map(named);
}

/** Open and past their due at `now`. */
export function overdueClocks(clocks, now) {
  return clocks.filter((clock) => OPEN.has(clock.state) && new Date(clock.dueAt) < now).map(named);
}
