// Six of the forty cases, entered and worked through the pages by the people who would do it, on the real clock.
import fs from 'node:fs';
import { intakeValues } from '../cases/case-values.mjs';
import { as, runningApp } from '../support/running-app';
import { launch } from './support/browser.mjs';
import { doTask, Office, openTask, panelOf, recordEvent, seeCase, takeIn } from './support/work.mjs';

const LIMIT_MS = 120_000;

interface Step {
  event: string;
  /** before the @ of the person's address */
  who: string;
  /** title of the task that is done; absent: the event is recorded on the page of the case */
  task?: string;
  title?: string;
  form: string;
  values?: Record<string, unknown>;
}

const CLASSIFY = { event: 'PHAN_LOAI', who: 'can-bo', task: 'Phân loại nguồn tin', form: 'phan-loai' };
const VERIFY = {
  event: 'XAC_MINH_SO_BO',
  who: 'can-bo',
  task: 'Kiểm tra, xác minh sơ bộ',
  form: 'xac-minh-so-bo',
  values: { task: { done: ['LOI_KHAI'], note: 'Đã ghi lời khai' } },
};
const NOTIFY = {
  event: 'THONG_BAO_NGUON',
  who: 'can-bo',
  task: 'Thông báo việc tiếp nhận cho nguồn tin',
  form: 'thong-bao-nguon',
  values: { task: { way: 'VAN_BAN', documentNo: '01/TB' } },
};
const TRANSFER = { event: 'CHUYEN', who: 'can-bo', task: 'Lập phiếu chuyển, chuyển hồ sơ', form: 'chuyen' };
const RECEIVED = { event: 'CQDT_NHAN', who: 'can-bo', title: 'Cơ quan có thẩm quyền đã nhận', form: 'cqdt-nhan' };

const INTAKE = { event: 'TIEP_NHAN', who: 'truc-ban', title: 'Tiếp nhận nguồn tin', form: 'tiep-nhan' };

/** The first step is the intake; the steps follow the events of the file one for one. */
const SIX: Record<string, Step[]> = {
  'TT-D01': [INTAKE, CLASSIFY, VERIFY, NOTIFY, TRANSFER, RECEIVED],
  'TT-D02': [
    INTAKE,
    CLASSIFY,
    {
      event: 'BAO_NGAY_CQDT',
      who: 'truc-ban',
      task: 'Báo ngay Cơ quan điều tra',
      form: 'bao-ngay-cqdt',
      values: { task: { contact: 'Trực ban hình sự', way: 'DIEN_THOAI' } },
    },
    VERIFY,
    TRANSFER,
    RECEIVED,
    NOTIFY,
  ],
  'BD-D16': [
    { event: 'DON_VI_TIEP_NHAN', who: 'van-hoa', title: 'Ghi nhận và bàn giao cho Công an phường', form: 'ban-giao' },
    { event: 'TIEP_NHAN', who: 'truc-ban', task: 'Tiếp nhận phiếu bàn giao, vào sổ', form: 'nhan-ban-giao' },
    CLASSIFY,
    { event: 'DE_NGHI_BO_SUNG', who: 'can-bo', title: 'Đề nghị bổ sung tài liệu', form: 'de-nghi-bo-sung' },
    { event: 'BO_SUNG', who: 'van-hoa', task: 'Bổ sung tài liệu còn thiếu', form: 'bo-sung' },
    NOTIFY,
    TRANSFER,
    RECEIVED,
  ],
  'TT-D30': [
    INTAKE,
    CLASSIFY,
    {
      event: 'HUONG_DAN',
      who: 'can-bo-2',
      task: 'Hướng dẫn nơi giải quyết (người thứ hai kiểm tra)',
      form: 'huong-dan',
      values: { task: { checked: true } },
    },
  ],
  'BD-D38': [
    INTAKE,
    CLASSIFY,
    { event: 'THU_LY', who: 'dieu-tra-vien', task: 'Thụ lý', form: 'thu-ly' },
    { event: 'PHAN_CONG', who: 'dieu-tra-vien', title: 'Cơ quan điều tra phân công', form: 'phan-cong' },
    { event: 'THONG_BAO_VKS', who: 'dieu-tra-vien', task: 'Thông báo VKS việc thụ lý', form: 'thong-bao-vks' },
  ],
  'BD-D07': [INTAKE, CLASSIFY, NOTIFY, { event: 'LUU', who: 'can-bo', task: 'Lưu đơn lặp lại', form: 'luu-don' }],
};

const { cases } = JSON.parse(fs.readFileSync('tests/cases/intake-cases.json', 'utf8'));
const { clockRules } = JSON.parse(fs.readFileSync('bpmn/nguon-tin/manifest.json', 'utf8'));
let browser: Awaited<ReturnType<typeof launch>>;

beforeAll(async () => {
  browser = await launch();
}, LIMIT_MS);
afterAll(() => browser?.close());

/** People stay signed in from one case to the next. */
const offices = new Map<string, Office>();
function officeOf(tenantId: string): Office {
  const office = offices.get(tenantId) ?? new Office(browser, runningApp(), tenantId);
  offices.set(tenantId, office);
  return office;
}

// biome-ignore lint/suspicious/noExplicitAny: a case of the file, as it stands there
type Case = any;

function valuesOf(input: Case, step: Step, data: Record<string, unknown>) {
  const { wardHasAuthorizedInvestigator, inTerritory } = input.context;
  const classified =
    step.event === 'PHAN_LOAI'
      ? {
          classification: data.classification,
          kindConfirmed: data.sourceKindConfirmed,
          route: data.route,
          r08WaivedReason: data.r08WaivedReason,
          repeatedNoNewFacts: data.classification === 'LUU',
          authorizedInvestigator: wardHasAuthorizedInvestigator === true,
          inTerritory: inTerritory === true,
        }
      : {};
  const { task, record } = (step.values ?? {}) as { task?: object; record?: object };
  return {
    record: { ...classified, ...record },
    task: {
      ...(step.event === 'PHAN_LOAI' ? { differsReason: 'Theo quyết định của cán bộ' } : {}),
      to: data.to,
      missing: data.missing,
      supplied: data.supplied,
      ...task,
    },
  };
}

/** Rules whose clocks the file has open after its n-th event. */
function openAfter(expected: Case, n: number): string[] {
  const open: string[] = [];
  for (const step of expected.scenario.slice(0, n)) {
    for (const clock of [...step.stoppedClocks, ...step.supersededClocks]) {
      const at = open.indexOf(clock.rule);
      if (at >= 0) open.splice(at, 1);
    }
    open.push(...step.startedClocks.map((clock: { rule: string }) => clock.rule));
  }
  return open.sort();
}

/** A date on the postmark lies some days back, whenever the test is run. */
function withinReach(input: Case) {
  const values = intakeValues(input);
  if (values.record.postmarkDate) {
    const day = new Date(Date.now() - 3 * 86_400_000);
    values.record.postmarkDate = [day.getDate(), day.getMonth() + 1, day.getFullYear()]
      .map((part) => String(part).padStart(2, '0'))
      .join('/');
  }
  return values;
}

for (const [id, steps] of Object.entries(SIX)) {
  const found = cases.find((one: Case) => one.id === id);
  const { expected, ...input } = found;
  const last = steps.length - 1;

  test(
    `${id} goes through the pages to ${expected.scenario[last].stateAfter}`,
    async () => {
      const office = officeOf(input.ward);
      const reader = await as(`can-bo@${input.ward}.example`);
      const [intake, ...rest] = steps;
      const known = await takeIn(await office.page(intake.who), {
        title: intake.title,
        form: intake.form,
        values: withinReach(input),
      });
      expect(Boolean(known.receiptCode)).toBe(expected.receiptCodeIssued);

      for (const [index, step] of rest.entries()) {
        const event = input.events[index + 1];
        expect(event.event).toBe(step.event);
        const page = await office.page(step.who);
        const values = valuesOf(input, step, event.data);
        if (step.task) {
          const title = step.task;
          await openTask(page, { title, bookNo: known.bookNo, receiptCode: known.receiptCode });
          await doTask(page, { title, form: step.form, values });
          known.bookNo ??= (await reader.get(`/procedures/cases/${known.caseId}`)).case.bookNo;
          if (step.event === 'PHAN_LOAI' && rest[index + 1].who === step.who && rest[index + 1].task) {
            // The next step is at hand: nobody looks for it.
            await panelOf(page).getByText(known.bookNo).first().waitFor();
            expect(new URL(page.url()).searchParams.get('open')).toBeTruthy();
          }
        } else {
          await recordEvent(page, { caseId: known.caseId, title: step.title, form: step.form, values });
        }
      }

      const told = await reader.get(`/procedures/cases/${known.caseId}`);
      const raw = (path: string) => told.record.find((field: { path: string }) => field.path === path)?.raw ?? null;
      expect(told.case.state).toBe(expected.scenario[last].stateAfter);
      expect(raw('record.classification')).toBe(expected.classification);
      expect([...raw('record.route')].sort()).toEqual([...expected.route].sort());

      const { header, clocks } = await seeCase(await office.page(steps[last].who), known.caseId);
      expect(header).toContain(known.bookNo);
      expect(header).toContain(told.case.stateTitle?.vi ?? told.case.state);
      const wanted = openAfter(expected, last + 1);
      const isOpen = (clock: { state: string }) => clock.state === 'RUNNING' || clock.state === 'PAUSED';
      expect(
        told.clocks
          .filter(isOpen)
          .map((clock: { rule: string }) => clock.rule)
          .sort(),
      ).toEqual(wanted);
      for (const rule of wanted) {
        const titles = clockRules
          .filter((one: { rule: string }) => one.rule === rule)
          .map((one: { title: { vi: string } }) => one.title.vi);
        const words = clocks.filter((text: string) => titles.some((title: string) => text.startsWith(title)));
        expect(words.join()).toMatch(/còn|quá hạn/);
      }
    },
    LIMIT_MS,
  );
}
