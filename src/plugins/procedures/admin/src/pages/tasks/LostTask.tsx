import { Button, Flex, Typography } from '@strapi/design-system';
import { ArrowClockwise, Download, Duplicate } from '@strapi/icons';

import type { FormSchema, FormValues } from '../../../../shared/contracts';
import type { Problem } from '../../api/problem';
import { saveFile } from '../../api/readFile';
import { ProblemSummary } from '../../components/ProblemSummary';
import { useCopy } from '../../components/useCopy';
import { useText } from '../../text/useText';
import { valuesAsText } from './valuesAsText';

interface Props {
  problem: Problem;
  schema: FormSchema | null;
  values(): FormValues;
  onReload(): void;
}

/** To a file of the person's own: nothing of it stays in the browser. */
function saveText(name: string, text: string): void {
  saveFile(new Blob([text], { type: 'text/plain;charset=utf-8' }), name);
}

/** Somebody was faster: says who, leaves every typed word where it is, and offers it to be copied. */
export const LostTask = ({ problem, schema, values, onReload }: Props) => {
  const { t } = useText();
  const copy = useCopy();
  return (
    <ProblemSummary problem={problem}>
      {problem.takenBy && <Typography tag="p">{t('task.takenBy', { name: problem.takenBy })}</Typography>}
      <Typography tag="p">{t('task.typedIsKept')}</Typography>
      <Flex gap={2} paddingTop={2} wrap="wrap">
        {schema && (
          <Button
            variant="tertiary"
            startIcon={<Duplicate />}
            onClick={() => void copy(valuesAsText(schema, values()), 'task.copied')}
          >
            {t('task.copy')}
          </Button>
        )}
        {schema && (
          <Button
            variant="tertiary"
            startIcon={<Download />}
            onClick={() => saveText(t('task.draftFile'), valuesAsText(schema, values()))}
          >
            {t('task.download')}
          </Button>
        )}
        <Button variant="tertiary" startIcon={<ArrowClockwise />} onClick={onReload}>
          {t('task.readAgain')}
        </Button>
      </Flex>
    </ProblemSummary>
  );
};
