// The forty cases on a real broker: the decisions give exactly the notices and terms, and the model takes every event.

import { startBrokerWithPackage, type TestBroker } from '../integration/nguon-tin/broker';
import { CasePlayer } from '../integration/nguon-tin/case-player';
import { cases, type IntakeCase, playedCase } from '../integration/nguon-tin/intake-cases';

const AT_ONCE = 8;
const BY_DECISION = ['R01', 'R02', 'R03', 'R05', 'R08', 'R27'];

jest.setTimeout(180_000);

let broker: TestBroker;
const players = new Map<string, CasePlayer>();
const states = new Map<string, string[]>();
const failures = new Map<string, unknown>();

beforeAll(async () => {
  broker = await startBrokerWithPackage();
  const waiting = [...cases];
  const playNext = async (): Promise<void> => {
    for (let one = waiting.shift(); one; one = waiting.shift()) await playAll(one);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, playNext));
});
afterAll(() => broker?.stop());

async function playAll(one: IntakeCase): Promise<void> {
  const player = new CasePlayer(broker.engine, broker.log, playedCase(one));
  const after: string[] = [];
  players.set(one.id, player);
  states.set(one.id, after);
  try {
    for (const event of one.events) {
      await player.play(event);
      after.push(player.state);
    }
  } catch (error) {
    failures.set(one.id, error);
  }
}

const playerOf = (one: IntakeCase): CasePlayer => players.get(one.id) as CasePlayer;
const pairs = (notices: { who: string; rule: string | null }[]) => notices.map((n) => `${n.who} ${n.rule}`).sort();
interface Consequences {
  clocks: string[];
  notices: { who: string; rule: string | null }[];
}

describe.each(cases.map((one) => [one.id, one] as const))('%s', (_id, one) => {
  it('takes every event in its order', () => {
    expect(failures.get(one.id)).toBeUndefined();
  });

  it('is proposed the expected classification', () => {
    expect(playerOf(one).facts.proposal).toMatchObject({ classification: one.expected.classification });
  });

  it('owes exactly the expected notices', () => {
    const { notices } = playerOf(one).facts.consequences as Consequences;
    expect(pairs(notices)).toEqual(pairs(one.expected.mustNotify));
  });

  it('runs under exactly the expected terms', () => {
    const { clocks } = playerOf(one).facts.consequences as Consequences;
    const { expected } = one;
    const atIntake = expected.scenario.filter(({ event }) => /^(TIEP_NHAN|BAO_DIEN_THOAI_CAP|PHAN_LOAI)$/.test(event));
    const rules = [...expected.clocks, ...atIntake.flatMap(({ startedClocks }) => startedClocks)].map(
      ({ rule }) => rule,
    );
    expect([...clocks].sort()).toEqual([...new Set(rules)].filter((rule) => BY_DECISION.includes(rule)).sort());
  });

  it('goes through the expected states', () => {
    expect(states.get(one.id)).toEqual(one.expected.scenario.map(({ stateAfter }) => stateAfter));
  });

  it('ends with the expected outcome', () => {
    const { outcome, ground } = playerOf(one);
    expect([outcome, ground].filter(Boolean).join(' ') || null).toBe(one.expected.outcome);
  });

  it('shows its source only what is expected', () => {
    if (one.expected.citizenView.codeIssued) {
      const views = one.expected.citizenView.views.map(({ fromEvent, status, text }) => ({ fromEvent, status, text }));
      expect(playerOf(one).views).toEqual(views);
    }
  });
});

it('raises no incident in any of them', () => {
  expect(broker.log.incidents).toEqual([]);
});

it('acts on the record alone only where no task or message is open', () => {
  const onRecord = cases.flatMap((one) =>
    playerOf(one).ways.flatMap((way, at) => (way === 'record' ? [`${one.id} ${one.events[at]?.event}`] : [])),
  );
  expect(onRecord).toEqual(['BD-D27 BAO_CAO_LANH_DAO_PHUONG', 'BD-D27 HOP_DOT_XUAT']);
});
