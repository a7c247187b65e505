/** Cases that resemble what is being typed, asked for once the typing has stood still. A failure says nothing: it is only a hint. */
import * as React from 'react';

import type { FormValues, StartForm } from '../../../../shared/contracts';
import type { FindSimilarBody, SimilarCase } from '../../../../shared/intake-contract';
import { post } from '../../api/send';
import { useDebounced } from '../../components/useDebounced';

const STILL_MS = 700;

export function useSimilar(start: StartForm, values: FormValues): SimilarCase[] {
  const [found, setFound] = React.useState<SimilarCase[]>([]);
  const asked = useDebounced(JSON.stringify(bodyOf(start, values)), STILL_MS);
  React.useEffect(() => {
    let gone = false;
    const body: FindSimilarBody = JSON.parse(asked);
    if (!body.place && !body.text) {
      setFound([]);
      return undefined;
    }
    post<SimilarCase[]>('/similar-cases', body)
      .then((answer) => !gone && setFound(answer))
      .catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [asked]);
  return found;
}

function bodyOf({ packageId, event, similar }: StartForm, values: FormValues): FindSimilarBody {
  const at = (path: string | undefined) => {
    const value = (path ?? '')
      .split('.')
      .reduce<unknown>((held, name) => (held && typeof held === 'object' ? (held as FormValues)[name] : null), values);
    return typeof value === 'string' ? value.slice(0, 5000) : '';
  };
  return { packageId, event, place: at(similar?.place), at: at(similar?.at), text: at(similar?.text) };
}
