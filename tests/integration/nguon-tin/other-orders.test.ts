// Orders of events that the forty cases do not have, on a real broker: what may come at any time, what may come again,
// what turns a case round.

import { startBrokerWithPackage, type TestBroker } from './broker';
import { CasePlayer } from './case-player';
import { type CaseEvent, caseOf, playedCase } from './intake-cases';

jest.setTimeout(180_000);

let broker: TestBroker;

beforeAll(async () => {
  broker = await startBrokerWithPackage();
});
afterAll(async () => {
  expect(broker.log.incidents).toEqual([]);
  await broker.stop();
});

type Step = string | [string, Record<string, unknown>];

/** Plays the intake and the classification of a case as it is, then other events than its own. */
async function play(caseId: string, steps: Step[], upTo = 'PHAN_LOAI'): Promise<CasePlayer> {
  const one = caseOf(caseId);
  const player = new CasePlayer(broker.engine, broker.log, playedCase(one));
  const own = one.events.slice(0, one.events.findIndex(({ event }) => event === upTo) + 1);
  for (const event of own) await player.play(event);
  for (const step of steps) {
    const [event, data] = typeof step === 'string' ? [step, {}] : step;
    await player.play({ event, data });
  }
  return player;
}

async function expectTasks(player: CasePlayer, expected: string[]): Promise<void> {
  expect(await player.openTasksBecoming(expected)).toEqual(expected);
}

const ownClassification = (caseId: string): CaseEvent =>
  caseOf(caseId).events.find(({ event }) => event === 'PHAN_LOAI') as CaseEvent;

it('asks for missing documents before the classification, and again after the transfer', async () => {
  const steps: Step[] = ['DE_NGHI_BO_SUNG', 'BO_SUNG', ['PHAN_LOAI', ownClassification('BD-D16').data], 'CHUYEN'];
  const player = await play(
    'BD-D16',
    [...steps, 'DE_NGHI_BO_SUNG', 'BO_SUNG', 'CQDT_NHAN', 'THONG_BAO_NGUON'],
    'TIEP_NHAN',
  );
  expect(player.state).toBe('CQDT_DA_NHAN');
  expect(player.ways).not.toContain('record');
});

it('verifies as often as needed, also never', async () => {
  const often = await play('TT-D01', ['XAC_MINH_SO_BO', 'XAC_MINH_SO_BO', 'XAC_MINH_SO_BO', 'CHUYEN']);
  expect(often.state).toBe('DA_CHUYEN');
  await expectTasks(often, ['thong_bao_nguon']);
});

it('reports to the investigation body late, after the transfer', async () => {
  const player = await play('TT-D02', ['CHUYEN', 'CQDT_NHAN', 'BAO_NGAY_CQDT', 'THONG_BAO_NGUON']);
  expect(player.ways).not.toContain('record');
});

it('goes the urgent way once upgraded, with the tasks of the ordinary way gone', async () => {
  const player = await play('BD-D36', ['NANG_MUC_KHAN']);
  await expectTasks(player, ['bao_ngay_cqdt', 'chuyen_khan', 'thong_bao_nguon', 'xac_minh_khan']);
});

it('is classified anew while it is verified', async () => {
  const again = { ...ownClassification('TT-D01').data, classification: 'CHUYEN_CQDT_TINH' };
  const player = await play('TT-D01', ['XAC_MINH_SO_BO', ['PHAN_LOAI', again]]);
  await expectTasks(player, ['chuyen_tham_quyen', 'thong_bao_nguon']);
  expect(player.facts.consequences).toMatchObject({ path: 'CHUYEN_NGAY' });
});

it('is returned twice, also after it was received', async () => {
  const player = await play('TT-D19', [
    'CHUYEN',
    'CQDT_TRA_BO_SUNG',
    'CHUYEN',
    'CQDT_NHAN',
    'CQDT_TRA_BO_SUNG',
    'BO_SUNG',
    'BO_SUNG',
    'CHUYEN',
    'CQDT_NHAN',
  ]);
  expect(player.state).toBe('CQDT_DA_NHAN');
});

it('follows the result of the investigation body to the archive', async () => {
  const player = await play('TT-D09', [
    'CHUYEN',
    'CQDT_NHAN',
    ['TAM_DINH_CHI', { ground: '148.1.a' }],
    'PHUC_HOI',
    'KHOI_TO',
    'THONG_BAO_NGUON',
    'LUU_HO_SO',
  ]);
  expect([player.state, player.outcome]).toEqual(['LUU_TRU', 'KHOI_TO']);
  await expectTasks(player, []);
});

it('stops following a transferred case when the ward archives its file', async () => {
  const player = await play('BD-D34', ['CHUYEN', 'CQDT_NHAN', 'THONG_BAO_NGUON', 'LUU_HO_SO']);
  expect([player.state, player.ways.at(-1)]).toEqual(['LUU_TRU', 'message luu-ho-so']);
});

it.each([[['XAC_MINH_SO_BO']], [['THU_LY', 'PHAN_CONG', 'GIA_HAN_1']]])(
  'leaves the ward when it turns out to be beyond its competence, after %p',
  async (before) => {
    const player = await play('BD-D05', [...before, 'CHUYEN', 'CQDT_NHAN']);
    expect([player.state, player.outcome]).toEqual(['CQDT_DA_NHAN', 'CHUYEN_THAM_QUYEN']);
    expect(player.openTasks()).not.toContain('quyet_dinh');
  },
);

it('decides without an extension, and before the assignment reached us', async () => {
  const player = await play('BD-D05', ['THU_LY', 'KHOI_TO', 'THONG_BAO_VKS', 'VKS_PHAN_CONG_KSV', 'GUI_QD_VKS']);
  await expectTasks(player, ['luu_ho_so', 'thong_bao_ket_qua', 'thong_bao_nguon']);
});

it('suspends and resumes twice', async () => {
  const suspend: Step[] = [['TAM_DINH_CHI', { ground: '148.1.b' }], 'RA_SOAT_THANG', 'RA_SOAT_THANG', 'PHUC_HOI'];
  const end: Step[] = [
    ['KHONG_KHOI_TO', { ground: '157.1', administrativeViolation: true }],
    'LUU_HO_SO',
    'CHUYEN_HS_VPHC',
  ];
  const player = await play('BD-D38', ['THU_LY', ...suspend, ...suspend, ...end]);
  expect([player.outcome, player.ground]).toEqual(['KHONG_KHOI_TO', '157.1']);
  expect(player.ways).not.toContain('record');
});

it('remedies when a complaint is upheld', async () => {
  const decided: Step[] = ['THU_LY', ['KHONG_KHOI_TO', { ground: '157.2' }], 'NGUON_NHAN_KET_QUA', 'KHIEU_NAI_QD'];
  const player = await play('TT-D39', [
    ...decided,
    ['GIAI_QUYET_KHIEU_NAI', { result: 'HUY_BO' }],
    'KHAC_PHUC_KHIEU_NAI',
  ]);
  expect(player.ways.slice(-3)).toEqual([
    'message khieu-nai-qd',
    'message giai-quyet-khieu-nai',
    'task khac_phuc_khieu_nai',
  ]);
});

it('takes a complaint after the end on the record', async () => {
  const all: Step[] = [
    'THU_LY',
    ['KHONG_KHOI_TO', { ground: '157.2' }],
    'THONG_BAO_VKS',
    'THONG_BAO_NGUON',
    'GUI_QD_VKS',
    'THONG_BAO_KET_QUA',
    'LUU_HO_SO',
  ];
  const player = await play('TT-D39', [...all, 'KHIEU_NAI_QD']);
  expect(player.ways.at(-1)).toBe('record');
});

it('flags public outcry before the classification, twice, and decides against a meeting', async () => {
  const flag: Step = ['GAN_CO_DU_LUAN', { pressReflected: true, publicInterest: true }];
  const player = await play(
    'TT-D09',
    [flag, 'BAO_CAO_LANH_DAO_PHUONG', 'BAO_CAO_UBND_TINH', 'KHONG_HOP_DOT_XUAT', flag],
    'TIEP_NHAN',
  );
  await expectTasks(player, ['bao_cao_lanh_dao', 'bao_cao_ubnd_tinh', 'hop_dot_xuat', 'phan_loai']);
});

it('does not report to the province where the plan of the ward does not ask for it', async () => {
  const player = await play('BD-D12', [['GAN_CO_DU_LUAN', { publicInterest: true }]]);
  expect(player.openTasks()).not.toContain('bao_cao_ubnd_tinh');
});

it('confirms in writing before the classification', async () => {
  const player = await play(
    'BD-D13',
    ['XAC_NHAN_VAN_BAN', ['PHAN_LOAI', ownClassification('BD-D13').data]],
    'BAO_DIEN_THOAI_CAP',
  );
  await expectTasks(player, ['bao_ngay_cqdt', 'chuyen_khan', 'thong_bao_nguon', 'xac_minh_khan']);
});

it('hands the person over before the papers', async () => {
  const player = await play('TT-D20', [
    'BAO_NGAY_CQDT',
    'CQDT_NHAN_NGUOI',
    'CQDT_BAO_VKS_NGUOI',
    'CHUYEN',
    'CQDT_NHAN',
  ]);
  expect(player.ways).not.toContain('record');
});
