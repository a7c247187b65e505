// trials/ owns trying a procedure before it is published. Its parts run in two processes:
//
//   packages/scenarios/…, judge/…   pure: what a scenario may say, what a trial proved, what it went through
//   host/…                    inside a trial host: the platform itself over a throw-away database and broker, on a clock of its own
//   trial-host.ts             the parent's side of such a process: started on demand, asked over its channel, ended when idle
//   (this folder's others)    what the pages ask for: runs, recordings, the last results of a draft
//
// This file owns the conversation of a host with its parent. Requests are done one at a time: each sets the clock to the
// time of its own trial, and nothing of another trial may happen meanwhile.
import { ProblemError } from '../../problems/problem-error';
import type { Platform } from '../../runtime/platform';
import { getPlatform } from '../../runtime/registry';
import type { HostFailure, HostMessage, HostRequest } from '../host-protocol';
import { BrokerClock } from './broker-clock';
import type { TrialClock } from './trial-clock';
import { TrialDesk } from './trial-desk';

export interface ServeTrialsOptions {
  clock: TrialClock;
  brokerClockUrl: string;
  channel: NodeJS.Process;
}

const ENGINE_LOST = {
  code: 'TRIAL_ENGINE_LOST',
  vi: 'Máy chạy quy trình của lần thử đã dừng giữa chừng. Không có dữ liệu thật nào bị ảnh hưởng; hãy chạy thử lại.',
  en: 'Expected the trial engine to answer, but it was lost half-way. Nothing real was touched; run the trial again.',
};

export function serveTrials({ clock, brokerClockUrl, channel }: ServeTrialsOptions): void {
  const platform: Platform = getPlatform();
  const desk = new TrialDesk(platform, clock, new BrokerClock(brokerClockUrl));
  let last: Promise<void> = Promise.resolve();
  const tell = (message: HostMessage) => void (channel.connected && channel.send?.(message));
  channel.on('message', (request: HostRequest) => {
    last = last.then(async () => {
      try {
        const value = await desk.do(request.op, request.args);
        tell({ id: request.id, value });
      } catch (error) {
        const failure = failureOf(error);
        const isLost = failure.status === 503;
        tell({ id: request.id, failure: isLost ? { ...failure, ...ENGINE_LOST } : failure });
        // What an engine that was lost has half done is not mended, nor does one that is stuck come free: the next
        // question starts another host.
        if (isLost || failure.status === 504) channel.disconnect?.();
      }
    });
  });
}

function failureOf(error: unknown): HostFailure {
  if (error instanceof ProblemError) {
    const { code, status, vi, en, detail } = error;
    return { code, status, vi, en, detail };
  }
  const said = error instanceof Error ? error.message : String(error);
  return {
    code: 'TRIAL_FAILED',
    status: 500,
    vi: `Lần chạy thử gặp lỗi: ${said}`,
    en: `The trial failed: ${said}`,
    detail: null,
  };
}
