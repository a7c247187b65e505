// Measures how many instances of the main procedure are started in a second: through the platform (form checked, record,
// number, clocks, audit, outbox, confirmation), and by the bare broker with the same deployed process and variables, whose
// records a sink takes. With BENCH_IN_FLIGHT=16 at once, BENCH_INSTANCES=300 after a quarter of that as warm-up.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { intakeValues, onlyFields } from '../cases/case-values.mjs';
import { ApiClient } from '../support/api-client.mjs';
import { serveApp } from '../support/served-app.mjs';
import { bareBroker } from './support/bare-broker.mjs';
import { rateInFlight } from './support/in-flight.mjs';
import { reporter, rounded } from './support/report.mjs';

const COUNT = Number(process.env.BENCH_INSTANCES ?? 300);
const AT_ONCE = Number(process.env.BENCH_IN_FLIGHT ?? 16);
const WARM_UP = Math.ceil(COUNT / 4);
const PACKAGE = 'nguon-tin';
const EVENT = 'TIEP_NHAN';
const OFFICER = 'truc-ban@tam-thanh.example';

const report = reporter('instances');
const input = exampleInput();
const bare = await startedByBareBroker();
const platform = await startedByPlatform();
const setting = { inFlight: AT_ONCE, instances: COUNT };
report('instances started by the bare broker, until their record is exported', 'instances/s', {
  value: rounded(bare),
  ...setting,
});
report('instances started through the platform, until confirmed', 'instances/s', {
  value: rounded(platform),
  shareOfBare: Math.round((platform / bare) * 1000) / 1000,
  ...setting,
});

/** A plain report: received by the unit that handles it. */
function exampleInput() {
  const file = path.resolve(import.meta.dirname, '..', 'cases', 'intake-cases.json');
  const { cases } = JSON.parse(readFileSync(file, 'utf8'));
  return cases.find((/** @type {any} */ one) => one.events[0].event === EVENT && one.receivedByUnit === 'CAP');
}

async function startedByPlatform() {
  const app = await serveApp();
  try {
    const officer = await ApiClient.signIn(app.baseUrl, OFFICER, app.passwords[OFFICER]);
    const starts = await officer.get('/procedures/starts');
    const { form } = starts.find((/** @type {any} */ one) => one.packageId === PACKAGE && one.event === EVENT);
    const values = onlyFields(intakeValues(input), form);
    const start = async () => {
      const body = { packageId: PACKAGE, event: EVENT, values, clientId: randomUUID() };
      const { state } = await officer.post('/procedures/cases?wait=10000', body);
      if (state !== 'CONFIRMED') throw new Error(`Expected the start to be confirmed, but it is ${state}`);
    };
    await rateInFlight(WARM_UP, AT_ONCE, start);
    return await rateInFlight(COUNT, AT_ONCE, start);
  } finally {
    await app.stop();
  }
}

async function startedByBareBroker() {
  const broker = await bareBroker(PACKAGE, EVENT, intakeValues(input).record);
  try {
    await rateInFlight(WARM_UP, AT_ONCE, broker.start);
    return await rateInFlight(COUNT, AT_ONCE, broker.start);
  } finally {
    await broker.stop();
  }
}
