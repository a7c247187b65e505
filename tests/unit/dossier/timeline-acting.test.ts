// The timeline of the dossier says, as the page does, on whose behalf something was done and by which document.
import { timelineHtml } from '../../../src/plugins/procedures/server/src/dossier/dossier-html';
import type { CaseDetail, CaseEvent } from '../../../src/plugins/procedures/shared/contracts';

const note = {
  id: 'a',
  holder: { id: 'h', name: 'Nguyễn Văn Trưởng' },
  signature: ['KT. TRƯỞNG CÔNG AN PHƯỜNG', 'PHÓ TRƯỞNG CÔNG AN PHƯỜNG'],
  documentNo: '12/QĐ-CAP',
};
const event = (more: object) =>
  ({
    id: 'e1',
    seq: 1,
    title: { vi: 'Chuyển <tin>', en: 'Transfer' },
    businessAt: '2026-11-01T02:00:00.000Z',
    enteredAt: '2026-11-01T02:00:00.000Z',
    lateReason: null,
    person: { id: 'p', name: 'Trần Thị Phó' },
    actingFor: null,
    ...more,
  }) as CaseEvent;
const timeline = (...events: CaseEvent[]) => timelineHtml({ events } as CaseDetail, 'Asia/Ho_Chi_Minh');

describe('an event in the dossier', () => {
  it('that was done on another’s behalf carries how it is signed, for whom, by which document', () => {
    const html = timeline(event({ actingFor: note }));
    expect(html).toContain(
      '<td>Trần Thị Phó<br><b>KT. TRƯỞNG CÔNG AN PHƯỜNG<br>PHÓ TRƯỞNG CÔNG AN PHƯỜNG</b><br>Nguyễn Văn Trưởng (12/QĐ-CAP)</td>',
    );
  });

  it('that was done in one’s own right carries the name alone', () => {
    expect(timeline(event({}))).toContain('<td>Trần Thị Phó</td>');
  });

  it('that was corrected says who agreed to it, and in whose stead', () => {
    const correction = {
      decidedBy: { id: 'p', name: 'Trần Thị Phó' },
      decidedFor: note,
      decidedAt: '2026-11-02T03:00:00.000Z',
    };
    const html = timeline(event({ correctedBy: 'e2', correction }), event({ id: 'e2', corrects: 'e1' }));
    expect(html).toContain('Chấp thuận đính chính:</i> Trần Thị Phó<br><b>KT. TRƯỞNG');
    expect(html).toContain('10:00 02/11/2026');
  });

  it('whose correction was refused says nothing of an agreement', () => {
    const correction = { decidedBy: { id: 'p', name: 'A' }, decidedFor: null, decidedAt: '2026-11-02T03:00:00.000Z' };
    expect(timeline(event({ correctedBy: null, correction }))).not.toContain('Chấp thuận');
  });
});
