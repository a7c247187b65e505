/** Owns one case on its way through the system: who enters what, and what was seen after every event. */
import { randomUUID } from 'node:crypto';
import { eventBody, intakeValues, onlyFields } from './case-values.mjs';
import { clockChanges, openClocks, overdueClocks, readCase } from './observe-case.mjs';

const PACKAGE = 'nguon-tin';
/** Answers that mean "not you": somebody else of the unit is asked. */
const NOT_YOU = new Set([403, 404]);
const NOT_YET = new Set(['EVENT_NOT_OFFERED', 'TASK_CHANGED']);
const TRIES = 20;
const OUTSIDE = new Set(['CQDT', 'VKS', 'NGUON', 'HE_THONG']);

/** Rows by the names of their columns, without what is empty. */
const rowsOf = ({ columns, rows }) =>
  rows.map((cells) =>
    Object.fromEntries(cells.flatMap((cell, at) => (cell.value === null ? [] : [[columns[at].name, cell.value]]))),
  );

export class CaseRun {
  #events = [];
  #views = [];
  #diffs = [];
  #clocks = [];
  #failed = false;

  constructor(app, staff, input) {
    this.app = app;
    this.staff = staff;
    this.input = input;
    this.bookNo = null;
    this.receiptCode = null;
    this.caseId = null;
    this.detail = null;
  }

  async enter(event, bookNoOf) {
    if (this.#failed) return;
    try {
      if (!this.caseId) await this.#start(event);
      else if (event.actor !== 'HE_THONG') await this.#post(event, bookNoOf);
      await this.app.settle();
      await this.#observe(event);
    } catch (error) {
      this.#failed = true;
      this.#diffs.push({ path: `events[${event.n}:${event.event}]`, expected: 'accepted', actual: error.message });
    }
  }

  result() {
    const { raw, detail } = this;
    return {
      classification: raw?.('record.classification') ?? null,
      route: raw?.('record.route') ?? [],
      notifications: (detail?.notices ?? [])
        .filter((notice) => notice.kind === 'REQUIRED')
        .map((notice) => ({ who: notice.recipient, rule: notice.rule ?? null })),
      events: this.#events,
      openClocks: openClocks(detail?.clocks ?? []),
      finalState: detail?.case.state ?? null,
      outcome: detail ? [detail.case.outcome, detail.case.outcomeGround].filter(Boolean).join(' ') || null : null,
      citizenView: { codeIssued: this.receiptCode !== null, views: this.receiptCode ? this.#views : [] },
      related: Object.fromEntries((detail?.related ?? []).map((table) => [table.name, rowsOf(table)])),
      diffs: this.#diffs,
    };
  }

  async #start(event) {
    const clientId = randomUUID();
    const answer = await this.#asSomebody([this.input.receivedByUnit], async (client) => {
      const starts = await client.get('/procedures/starts');
      const start = starts.find((one) => one.packageId === PACKAGE && one.event === event.event);
      if (!start) return { status: 403, body: { error: { code: 'NO_SUCH_START' } } };
      const values = onlyFields(intakeValues(this.input), start.form);
      return client.call('POST', '/procedures/cases?wait=10000', {
        packageId: PACKAGE,
        event: event.event,
        values,
        at: event.at,
        // A case of the file may hold nothing but its kind: somebody has written it down so.
        confirmedEmpty: true,
        clientId,
      });
    });
    if (answer.body.state !== 'CONFIRMED') throw new Error(`start is ${answer.body.state}`);
    this.caseId = answer.body.caseId;
    this.bookNo = answer.body.bookNo;
    this.receiptCode = answer.body.receiptCode;
  }

  async #post(event, bookNoOf) {
    const body = eventBody(this.input, event, bookNoOf);
    const answer = await this.#asSomebody(this.#unitsOf(event.actor), (client) =>
      client.call('POST', `/procedures/cases/${this.caseId}/events?wait=10000`, body),
    );
    if (answer.body.state !== 'CONFIRMED') throw new Error(`${event.event} is ${answer.body.state}`);
  }

  /** Units whose people do what `actor` does; outside bodies' papers are entered by who handles the case. */
  #unitsOf(actor) {
    const handling = this.detail?.case.handlingUnit ?? this.input.receivedByUnit;
    if (actor === 'DON_VI_CHUYEN') return [this.input.receivedByUnit, handling];
    return OUTSIDE.has(actor) ? [handling] : [actor, handling];
  }

  /** The first of the unit's people whom the system lets do it; waits where the procedure is not there yet. */
  async #asSomebody(units, act) {
    let last = null;
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      let isLate = false;
      for (const email of this.staff.emailsOf(this.input.ward, units)) {
        last = await act(await this.staff.client(email));
        if (last.status < 300) return last;
        const code = last.body?.error?.code;
        if (NOT_YET.has(code)) {
          isLate = true;
          break;
        }
        if (!NOT_YOU.has(last.status) && code !== 'TASK_ALREADY_CLAIMED')
          throw new Error(`${last.status} ${JSON.stringify(last.body?.error ?? last.body).slice(0, 600)}`);
      }
      if (!isLate) break;
      await this.app.settle();
    }
    throw new Error(`${last?.status} ${JSON.stringify(last?.body?.error ?? last?.body).slice(0, 600)}`);
  }

  async #observe(event) {
    const { detail, raw } = await this.#read();
    const changes = clockChanges(this.#clocks, detail.clocks);
    this.#events.push({
      n: event.n,
      event: event.event,
      at: event.at,
      state: detail.case.state,
      ...changes,
      overdue: event.event === 'KIEM_TRA_HAN' ? overdueClocks(detail.clocks, this.app.clock.now()) : [],
    });
    this.#clocks = detail.clocks;
    this.detail = detail;
    this.raw = raw;
    await this.#lookAsCitizen(event);
  }

  /** As somebody who may see the whole case. */
  async #read() {
    const handling =
      this.detail?.case.handlingUnit ?? (this.input.flags.aboutWardPolice ? this.input.receivedByUnit : 'CAP');
    const [email] = this.staff.emailsOf(this.input.ward, [handling]);
    return readCase(await this.staff.client(email), this.caseId);
  }

  /** The public page: what it says after the event, and that it says nothing else. */
  async #lookAsCitizen(event) {
    const told = this.detail.events.find((one) => one.seq === this.detail.events.length);
    if (!this.receiptCode || !told?.publicText || told.code !== event.event) return;
    const response = await fetch(`${this.app.baseUrl}/api/procedures/receipts/${this.receiptCode}`);
    const body = await response.json();
    this.#views.push({ fromEvent: event.event, at: event.at, status: body.status, text: body.text?.vi });
    const extra = Object.keys(body).filter((key) => !['status', 'text', 'date', 'unit'].includes(key));
    if (extra.length > 0) this.#diffs.push({ path: 'citizenView.neverShow', expected: [], actual: extra });
  }
}
