/** pages/people/ owns "Đơn vị và phân công". This file keeps what is typed into one of its dialogs, and sends it. */
import * as React from 'react';

import type { Problem } from '../../api/problem';
import { useSending } from '../../api/useSending';
import { fromLocalInput } from '../../time/instants';

export type FormValue = string | boolean | string[];

export interface FormState {
  busy: boolean;
  /** what went wrong; of its problems those that no field of the form shows */
  problem: Problem | null;
  text(name: string): string;
  flag(name: string): boolean;
  list(name: string): string[];
  set(name: string, value: FormValue): void;
  /** the server's word on a field */
  faultOf(name: string): { vi: string; en: string } | null;
  /** an instant of the office's clock, as the server wants it; null while nothing is typed */
  instant(name: string): string | null;
  send(act: () => Promise<unknown>): Promise<void>;
}

export function useFormState(initial: Record<string, FormValue>, onDone: () => void): FormState {
  const [values, setValues] = React.useState(initial);
  const { busy, problem, run } = useSending();
  const [names] = React.useState(() => Object.keys(initial));
  const elsewhere = React.useMemo(
    () => problem && { ...problem, problems: problem.problems.filter(({ path }) => !names.includes(path)) },
    [problem, names],
  );
  const text = (name: string) => (typeof values[name] === 'string' ? (values[name] as string) : '');
  return {
    busy,
    problem: elsewhere,
    text,
    flag: (name) => values[name] === true,
    list: (name) => (Array.isArray(values[name]) ? (values[name] as string[]) : []),
    set: (name, value) => setValues((last) => ({ ...last, [name]: value })),
    faultOf: (name) => problem?.problems.find((one) => one.path === name) ?? null,
    instant: (name) => fromLocalInput(text(name))?.toISOString() ?? null,
    send: async (act) => {
      await run(async () => {
        await act();
        onDone();
      });
    },
  };
}
