// The administrator's part: a day off moves the clocks that run, and operations shows how the engine is.
import { as, runningApp, until } from '../support/running-app';
import { takeInByApi } from './support/a-report';
import { launch, signedIn } from './support/browser.mjs';
import { PAGES, seeCase } from './support/work.mjs';

const LIMIT_MS = 90_000;
const RULE = 'R08';
let browser: Awaited<ReturnType<typeof launch>>;

beforeAll(async () => {
  browser = await launch();
}, LIMIT_MS);
afterAll(() => browser?.close());

const dayOf = (instant: Date) => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(instant);
const shown = (instant: string) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short' }).format(new Date(instant));

/** As the calendar's button is called: the day without a leading zero. */
const spoken = (day: string) => shown(`${day}T05:00:00Z`).replace(/^0/, '');

/** The first working day after today; a clock of three working days cannot end before it. */
async function nextWorkingDay(administrator: Awaited<ReturnType<typeof as>>): Promise<string> {
  for (let ahead = 1; ; ahead += 1) {
    const day = dayOf(new Date(Date.now() + ahead * 86_400_000));
    const { days, weekend } = await administrator.get(`/procedures/calendar?year=${day.slice(0, 4)}`);
    const known = days.find((one: { day: string }) => one.day === day);
    const weekday = new Date(`${day}T12:00:00Z`).getUTCDay() || 7;
    if (known ? known.kind === 'WORKING' : !weekend.includes(weekday)) return day;
  }
}

test(
  'a holiday that the administrator enters moves the due day of a running clock',
  async () => {
    const report = await takeInByApi('bach-dang', 'BD-D38');
    const officer = await as('can-bo@bach-dang.example');
    const path = `/procedures/tasks/${report.taskId}`;
    await officer.post(`${path}/claim`, { version: report.taskVersion });
    const { task } = await officer.get(path);
    await officer.post(`${path}/complete?wait=10000`, {
      version: task.version,
      values: {
        record: { kindConfirmed: 'TO_GIAC', classification: 'THUONG_7N', route: ['CQCSDT_CA_TINH'], inTerritory: true },
        task: { differsReason: 'Theo hồ sơ' },
      },
    });
    const dueOf = async (): Promise<string | null> => {
      const { clocks } = await officer.get(`/procedures/cases/${report.caseId}`);
      return (
        clocks.find((one: { rule: string; state: string }) => one.rule === RULE && one.state === 'RUNNING')?.dueAt ??
        null
      );
    };
    const before = await until(dueOf, `a running clock of ${RULE}`);
    const day = await nextWorkingDay(await as('quan-tri@bach-dang.example'));

    const page = await signedIn(browser, runningApp(), 'quan-tri@bach-dang.example');
    await page.goto(`${PAGES}/calendar?year=${day.slice(0, 4)}`);
    await page.getByRole('button', { name: new RegExp(`^${spoken(day)}, ngày`) }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Tên ngày').fill('Ngày nghỉ thử');
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('Ngày nghỉ thử').first().waitFor();

    const after = await until(
      async () => ((await dueOf()) === before ? null : dueOf()),
      `the clock of ${RULE} to move`,
    );
    expect(new Date(after as string).getTime()).toBeGreaterThan(new Date(before).getTime());
    const reader = await signedIn(browser, runningApp(), 'can-bo@bach-dang.example');
    const { clocks } = await seeCase(reader, report.caseId);
    expect(clocks.join()).toContain(shown(after as string));
    await reader.context().close();

    await page.getByRole('button', { name: new RegExp(`^${spoken(day)}, Ngày nghỉ`) }).click();
    await dialog.getByRole('button', { name: 'Trở lại ngày thường' }).click();
    await dialog.waitFor({ state: 'detached' });
    await until(async () => ((await dueOf()) === before ? true : null), 'the clock to come back');
    await page.context().close();
  },
  LIMIT_MS,
);

test(
  'operations shows the engine at work and nothing that stands still',
  async () => {
    const page = await signedIn(browser, runningApp(), 'quan-tri@tam-thanh.example');
    await page.goto(`${PAGES}/operations`);
    await page.getByText('Đang chạy', { exact: true }).waitFor();
    await page.getByText(/^8\.5\.8/).waitFor();
    await page.getByText('Kịp thời').waitFor();
    await page.getByText('Không có hồ sơ nào bị đứng lại.').waitFor();
    await page.context().close();
  },
  LIMIT_MS,
);
