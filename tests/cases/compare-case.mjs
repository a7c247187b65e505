/** Owns the comparison of what happened with what the file expects, by rule, variant, owner, start and due. */

/** Known only at classification, though counted from the receipt: compared from there on (cases/README). */
const KNOWN_AT_CLASSIFICATION = new Set(['R01', 'R02', 'R08', 'R27']);
const CLASSIFICATION = 'PHAN_LOAI';

const instant = (text) => (text ? new Date(text).toISOString() : null);
const clockName = (clock) =>
  [clock.rule, clock.variant ?? '-', clock.owner, instant(clock.startAt), instant(clock.dueAt)].join(' ');
const ruleName = (clock) => `${clock.rule}${clock.variant ? `/${clock.variant}` : ''}`;

/** @returns {{ path: string, expected: unknown, actual: unknown }[]} */
export function compareCase(expected, actual, events) {
  const diffs = [];
  const check = (path, want, got) => {
    if (JSON.stringify(want ?? null) !== JSON.stringify(got ?? null))
      diffs.push({ path, expected: want ?? null, actual: got ?? null });
  };
  check('classification', expected.classification, actual.classification);
  check('route', sorted(expected.route), sorted(actual.route));
  check('notifications', sorted(expected.mustNotify.map(noticeName)), sorted(actual.notifications.map(noticeName)));
  check('receiptCodeIssued', expected.receiptCodeIssued, actual.citizenView.codeIssued);
  const wanted = startsByEvent(
    expected.scenario.map((step) => ({ n: step.n, event: step.event, clocks: step.startedClocks })),
  );
  const got = startsByEvent(actual.events.map((step) => ({ n: step.n, event: step.event, clocks: step.started })));
  for (const step of expected.scenario) {
    const done = actual.events.find((one) => one.n === step.n);
    const at = `events[${step.n}:${step.event}]`;
    if (!done) {
      check(at, 'done', 'not reached');
      continue;
    }
    check(`${at}.state`, step.stateAfter, done.state);
    check(`${at}.started`, wanted.get(step.n), got.get(step.n));
    check(
      `${at}.stopped`,
      sorted(step.stoppedClocks.map((one) => `${one.rule} ${one.onTime}`)),
      sorted(done.stopped.map((one) => `${one.rule} ${one.onTime}`)),
    );
    check(
      `${at}.superseded`,
      sorted(step.supersededClocks.map(supersededName)),
      sorted(done.superseded.map(supersededName)),
    );
    if (step.overdueClocks)
      check(
        `${at}.overdue`,
        sorted(step.overdueClocks.map((one) => one.rule)),
        sorted(done.overdue.map((one) => one.rule)),
      );
  }
  const started = new Set(actual.events.flatMap((step) => step.started.map((clock) => clock.rule)));
  check(
    'mustNotStart',
    [],
    expected.mustNotStart.filter((rule) => started.has(rule)),
  );
  check(
    'openClocks',
    sorted(expected.openClocksAtEnd.map((one) => `${one.rule} ${instant(one.dueAt)}`)),
    sorted(actual.openClocks.map((one) => `${one.rule} ${instant(one.dueAt)}`)),
  );
  check('finalState', expected.finalState, actual.finalState);
  check('outcome', expected.outcome, actual.outcome);
  check('citizenView.views', expected.citizenView.views.map(viewName), actual.citizenView.views.map(viewName));
  check('events', events.length, actual.events.length);
  return diffs;
}

/** Starts of an event; those known only at classification are moved to it on both sides. */
function startsByEvent(steps) {
  const classified = steps.find((step) => step.event === CLASSIFICATION)?.n;
  const moved = new Map(steps.map((step) => [step.n, []]));
  for (const step of steps) {
    for (const clock of step.clocks) {
      const isLater = KNOWN_AT_CLASSIFICATION.has(clock.rule) && classified !== undefined && step.n < classified;
      moved.get(isLater ? classified : step.n).push(clockName(clock));
    }
  }
  return new Map([...moved].map(([n, clocks]) => [n, sorted(clocks)]));
}

const noticeName = (notice) => `${notice.who} ${notice.rule ?? '-'}`;
const supersededName = (one) => `${ruleName(one)} ${one.reason}`;
const viewName = (view) => `${view.fromEvent} ${instant(view.at)} ${view.status} ${view.text}`;
const sorted = (list) => [...(list ?? [])].sort();
