// testing/ is the library with which a project tests its procedures from TypeScript, with jest or any other runner:
//
//   const trials = await openTrials();
//   const { ok, results } = await trials.run('bpmn/vi-du');               // the scenarios that lie in the package
//   const one = await trials.begin('bpmn/vi-du', { at: '2026-11-02T08:00:00+07:00' });
//   await one.event('BAT_DAU', { title: 'Họp', quantity: 12, requestedAt: '…' });
//   await one.advance('P3D');                                              // clocks, stages and timers of three days
//   expect(one.seen.tasks.map((task) => task.element)).toEqual(['tiep_nhan']);
//   await trials.close();
//
// What runs is the platform itself on a real broker with a clock that is moved; nothing real is touched.
export { explainTrials } from './explain-trials';
export { openTrials, type Trials } from './open-trials';
export type { TrialRun } from './trial-run';
