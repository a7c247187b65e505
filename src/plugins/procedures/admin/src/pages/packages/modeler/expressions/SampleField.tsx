import { Box, Button, Flex, Typography } from '@strapi/design-system';
import * as React from 'react';

import type { SampleCase, SampleCases, SampleVariables } from '../../../../../../shared/expressions-contract';
import { type Problem, readProblem } from '../../../../api/problem';
import { withQuery } from '../../../../api/query';
import { read } from '../../../../api/send';
import { useResource } from '../../../../api/useResource';
import { useTurn } from '../../../../api/useTurn';
import { SearchField } from '../../../../components/SearchField';
import { Skeleton } from '../../../../components/Skeleton';
import { useText } from '../../../../text/useText';

interface Props {
  draftId: string;
  element: string;
  onChosen(sample: SampleVariables): void;
}

/** Live cases of the procedure to try on: who stands at this step first. */
export const SampleField = ({ draftId, element, onChosen }: Props) => {
  const { t, pick } = useText();
  const [search, setSearch] = React.useState('');
  const [chosen, setChosen] = React.useState<string | null>(null);
  const [failed, setFailed] = React.useState<Problem | null>(null);
  const base = `/drafts/${draftId}/expressions/samples`;
  const { data, problem } = useResource<SampleCases>(withQuery(base, { element, search }), { keepPrevious: true });
  const turn = useTurn();
  const choose = async (one: SampleCase) => {
    const isLast = turn();
    setFailed(null);
    try {
      const sample = await read<SampleVariables>(withQuery(`${base}/${one.caseId}`, { element }));
      if (!isLast()) return;
      onChosen(sample);
      setChosen(one.caseId);
    } catch (thrown) {
      if (isLast()) setFailed(readProblem(thrown));
    }
  };
  const wrong = failed ?? problem;
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <SearchField label={t('expressions.searchCase')} value={search} onChange={setSearch} />
      {wrong && (
        <Typography role="alert" textColor="danger600">
          {pick(wrong)}
        </Typography>
      )}
      {!data && !wrong && <Skeleton rows={1} height={40} />}
      {data && data.items.length === 0 && (
        <Typography textColor="neutral600">{t(search ? 'expressions.noCaseFound' : 'expressions.noCase')}</Typography>
      )}
      <Box
        tag="ul"
        tabIndex={0}
        aria-label={t('expressions.cases')}
        style={{ maxHeight: '11rem', overflowY: 'auto' }}
        hidden={!data || data.items.length === 0}
      >
        {data?.items.map((one) => (
          <Flex
            tag="li"
            key={one.caseId}
            justifyContent="space-between"
            gap={2}
            paddingTop={1}
            paddingBottom={1}
            wrap="wrap"
          >
            <Box style={{ minWidth: 0, flex: 1 }}>
              <Typography fontWeight="semiBold">{one.bookNo ?? t('expressions.noNumber')}</Typography>{' '}
              <Typography variant="pi" textColor="neutral600">
                {one.isHere ? t('expressions.isHere') : one.steps.join(', ')} · {one.unitName}
              </Typography>
            </Box>
            <Button
              size="S"
              variant={chosen === one.caseId ? 'secondary' : 'tertiary'}
              aria-pressed={chosen === one.caseId}
              aria-label={t('expressions.takeNamed', { name: one.bookNo ?? t('expressions.noNumber') })}
              onClick={() => void choose(one)}
            >
              {t(chosen === one.caseId ? 'expressions.taken' : 'expressions.take')}
            </Button>
          </Flex>
        ))}
      </Box>
      {data?.more && <Typography variant="pi">{t('expressions.moreCases')}</Typography>}
    </Flex>
  );
};
