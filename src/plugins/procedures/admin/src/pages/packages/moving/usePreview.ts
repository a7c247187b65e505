/** The dry run: asked again when another step is chosen in place of one that is gone; the last answer stays meanwhile. */
import * as React from 'react';

import type { MovePreview } from '../../../../../shared/moving-contract';
import { type Problem, readProblem } from '../../../api/problem';
import { post } from '../../../api/send';

export interface Preview {
  data: MovePreview | null;
  problem: Problem | null;
  loading: boolean;
  mapping: Record<string, string>;
  choose(from: string, to: string | null): void;
  reload(): void;
}

export function usePreview(packageId: string): Preview {
  const [mapping, setMapping] = React.useState<Record<string, string>>({});
  const [round, setRound] = React.useState(0);
  const [state, setState] = React.useState<Pick<Preview, 'data' | 'problem' | 'loading'>>({
    data: null,
    problem: null,
    loading: true,
  });
  React.useEffect(() => {
    let gone = false;
    setState((last) => ({ ...last, loading: true }));
    post<MovePreview>(`/packages/${packageId}/moves/preview`, { mapping })
      .then((data) => !gone && setState({ data, problem: null, loading: false }))
      .catch((thrown: unknown) => {
        if (!gone) setState((last) => ({ data: last.data, problem: readProblem(thrown), loading: false }));
      });
    return () => {
      gone = true;
    };
  }, [packageId, mapping, round]);
  return {
    ...state,
    mapping,
    choose: (from, to) => setMapping(({ [from]: _, ...others }) => (to === null ? others : { ...others, [from]: to })),
    reload: React.useCallback(() => setRound((value) => value + 1), []),
  };
}
