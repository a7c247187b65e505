import {
  type ExpectedClock,
  type IntakeCase,
  intakeFile,
  type ReplayedClock,
  type ReplayedStep,
  replay,
} from './intake-case';

/** Known only when the case is classified, although they count from the receipt: compared from then on. */
const KNOWN_AT_CLASSIFICATION = ['R01', 'R02', 'R08'];

type Comparable = Pick<ExpectedClock, 'rule' | 'owner' | 'tracking' | 'unit' | 'length' | 'dueDay' | 'nominalDay'> & {
  variant: string | null;
  startAt: string;
  dueAt: string;
};

const ours = (clock: ReplayedClock): Comparable => ({
  rule: clock.rule,
  variant: clock.variant,
  owner: clock.owner,
  tracking: clock.tracking,
  unit: clock.unit,
  length: clock.length,
  startAt: clock.startAt.toISOString(),
  dueAt: clock.dueAt.toISOString(),
  dueDay: clock.dueDay,
  nominalDay: clock.nominalDay,
});

const theirs = (clock: ExpectedClock): Comparable => ({
  rule: clock.rule,
  variant: clock.variant ?? null,
  owner: clock.owner,
  tracking: clock.tracking,
  unit: clock.unit,
  length: clock.length,
  startAt: new Date(clock.startAt).toISOString(),
  dueAt: new Date(clock.dueAt).toISOString(),
  dueDay: clock.dueDay,
  nominalDay: clock.nominalDay,
});

const key = (clock: Comparable): string => JSON.stringify(clock);
const sorted = (clocks: Comparable[]): Comparable[] => [...clocks].sort((a, b) => key(a).localeCompare(key(b)));

/** What the file starts at each event, with what it lists at the receipt moved to the classification. */
function expectedStarts(intake: IntakeCase): ExpectedClock[][] {
  const deferred: ExpectedClock[] = [];
  return intake.expected.scenario.map((step) => {
    if (step.event === 'PHAN_LOAI') return [...step.startedClocks, ...deferred.splice(0)];
    const isDeferred = (clock: ExpectedClock) =>
      KNOWN_AT_CLASSIFICATION.includes(clock.rule) || (clock.rule === 'R27' && intake.sourceKind !== 'TO_CAO');
    const atReceipt = step.event === 'TIEP_NHAN' || step.event === 'BAO_DIEN_THOAI_CAP';
    deferred.push(...step.startedClocks.filter((clock) => atReceipt && isDeferred(clock)));
    return step.startedClocks.filter((clock) => !atReceipt || !isDeferred(clock));
  });
}

function expectedClock(intake: IntakeCase, id: string): ExpectedClock {
  const found = intake.expected.scenario.flatMap((step) => step.startedClocks).find((clock) => clock.id === id);
  if (!found) throw new Error(`Expected clock ${id} of ${intake.id} to be started by the file, but it is not`);
  return found;
}

const byId = (intake: IntakeCase, ids: { id: string }[]) =>
  sorted(ids.map(({ id }) => theirs(expectedClock(intake, id))));

describe('the forty cases of the file', () => {
  it('are forty', () => expect(intakeFile.cases).toHaveLength(40));

  describe.each(intakeFile.cases.map((intake) => [intake.id, intake] as const))('%s', (_, intake) => {
    const steps = replay(intake);
    const starts = expectedStarts(intake);

    it.each(steps.map((step, index) => [`${step.event.n} ${step.event.event}`, step, index] as const))(
      'decides event %s as the file does',
      (_name, step: ReplayedStep, index) => {
        const expected = intake.expected.scenario[index];
        if (!expected) throw new Error(`Expected step ${index} of ${intake.id}`);
        expect(step.problems).toEqual([]);
        expect(sorted(step.started.map(ours))).toEqual(sorted((starts[index] ?? []).map(theirs)));
        const outcome = (clock: Comparable, result: unknown) => `${key(clock)} ${JSON.stringify(result)}`;
        expect(step.stopped.map((one) => outcome(ours(one.clock), one.onTime)).sort()).toEqual(
          expected.stoppedClocks.map((one) => outcome(theirs(expectedClock(intake, one.id)), one.onTime)).sort(),
        );
        expect(step.superseded.map((one) => outcome(ours(one.clock), one.reason)).sort()).toEqual(
          expected.supersededClocks.map((one) => outcome(theirs(expectedClock(intake, one.id)), one.reason)).sort(),
        );
        if (step.event.event === 'KIEM_TRA_HAN') {
          expect(sorted(step.overdue.map(ours))).toEqual(byId(intake, expected.overdueClocks ?? []));
        }
      },
    );

    it('ends with the same clocks open, the same delays, and nothing that must not start', () => {
      const open = steps.at(-1)?.open ?? [];
      expect(sorted(open.map(ours))).toEqual(byId(intake, intake.expected.openClocksAtEnd));
      const late = steps.flatMap((step) => step.stopped.filter((one) => !one.onTime));
      expect(late.map((one) => [one.clock.rule, one.lateByMinutes])).toEqual(
        intake.expected.lateItems.map((item) => [expectedClock(intake, item.id).rule, item.lateByMinutes]),
      );
      const rules = new Set(steps.flatMap((step) => step.started.map((clock) => clock.rule)));
      expect(intake.expected.mustNotStart.filter((rule) => rules.has(rule))).toEqual([]);
    });

    it('explains every due that is not counted in months in the words of the file', () => {
      const plain = (clock: { unit: string }) => clock.unit !== 'months';
      const expected = intake.expected.scenario.flatMap((step) => step.startedClocks.filter(plain));
      const said = steps.flatMap((step) => step.started.filter(plain).map((clock) => clock.derivation.vi));
      expect(said.sort()).toEqual(expected.map((clock) => clock.derivation).sort());
    });

    it('calls the start of every clock as the file does', () => {
      const expected = intake.expected.scenario.flatMap((step) => step.startedClocks);
      const said = steps.flatMap((step) => step.started.map((clock) => `${clock.rule} ${clock.startEvent}`));
      expect(said.sort()).toEqual(expected.map((clock) => `${clock.rule} ${clock.startEvent}`).sort());
    });
  });
});
