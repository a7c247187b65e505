import { Button, Field, Flex, TextInput, Typography } from '@strapi/design-system';
import * as React from 'react';

import { type Problem, readProblem } from '../../api/problem';
import { put } from '../../api/send';
import { useText } from '../../text/useText';

interface Props {
  series: { id: string; format: string; last: number };
  edit: boolean;
  onChanged(): void;
}

/** Where a document takes its number from, and how the number reads. */
export const SeriesFormat = ({ series, edit, onChanged }: Props) => {
  const { t, pick } = useText();
  const [format, setFormat] = React.useState<string | null>(null);
  const [problem, setProblem] = React.useState<Problem | null>(null);
  const save = async () => {
    try {
      await put(`/document-series/${series.id}`, { format: format ?? '' });
      setFormat(null);
      setProblem(null);
      onChanged();
    } catch (thrown) {
      setProblem(readProblem(thrown));
    }
  };
  if (format === null) {
    return (
      <Flex gap={2} wrap="wrap" alignItems="center">
        <Typography variant="pi">
          {t('templates.series', { id: series.id, format: series.format, last: series.last })}
        </Typography>
        {edit && (
          <Button
            size="S"
            variant="ghost"
            aria-label={t('templates.editSeries', { id: series.id })}
            onClick={() => setFormat(series.format)}
          >
            {t('action.edit')}
          </Button>
        )}
      </Flex>
    );
  }
  return (
    <Flex gap={2} alignItems="flex-end" wrap="wrap" paddingTop={2}>
      <Field.Root
        name={`series-${series.id}`}
        error={problem ? pick(problem) : undefined}
        hint={t('templates.seriesHint')}
      >
        <Field.Label>{t('templates.seriesFormat')}</Field.Label>
        <TextInput
          size="S"
          value={format}
          onChange={(event: React.ChangeEvent<HTMLInputElement>) => setFormat(event.target.value)}
        />
        <Field.Hint />
        <Field.Error />
      </Field.Root>
      <Button size="S" variant="tertiary" onClick={() => setFormat(null)}>
        {t('action.cancel')}
      </Button>
      <Button size="S" onClick={() => void save()}>
        {t('action.save')}
      </Button>
    </Flex>
  );
};
