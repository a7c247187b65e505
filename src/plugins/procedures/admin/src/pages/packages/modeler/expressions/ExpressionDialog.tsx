import { Box, Button, Field, Flex, Modal, Textarea, Typography } from '@strapi/design-system';
import * as React from 'react';
import type { ElementVariables, TriedExpression } from '../../../../../../shared/expressions-contract';
import { withQuery } from '../../../../api/query';
import { useResource } from '../../../../api/useResource';
import { OpenModal } from '../../../../components/OpenModal';
import { ProblemSummary } from '../../../../components/ProblemSummary';
import { useText } from '../../../../text/useText';
import { ExpressionEditor } from './ExpressionEditor';
import { editorVariables, originWords, typeWords } from './editorNames';
import type { ElementExpression } from './expressionsOf';
import { SampleField } from './SampleField';
import { sampleOf } from './sampleOf';
import { TryResult } from './TryResult';
import { useTry } from './useTry';

interface Props {
  draftId: string;
  expression: Pick<ElementExpression, 'text' | 'element' | 'moment'> & { kind: ElementExpression['kind'] | null };
  title: string;
  onClose(): void;
  onWrite(text: string): void;
}

interface Question {
  expression: string;
  element: string;
  variables: Record<string, unknown>;
}

/** One expression: written with completion, tried on a case or on values of one's own, then taken over. */
export const ExpressionDialog = ({ draftId, expression, title, onClose, onWrite }: Props) => {
  const text = useText();
  const { t, pick } = text;
  const first = expression.text.replace(/^=\s*/, '');
  const [written, setWritten] = React.useState(first);
  const [sample, setSample] = React.useState<string | null>(null);
  const [from, setFrom] = React.useState<string | null>(null);
  const [wrong, setWrong] = React.useState(false);
  const trying = useTry<Question, TriedExpression>(`/drafts/${draftId}/expressions/try`);
  const result = React.useRef<HTMLDivElement>(null);
  const { tried, problem } = trying;
  React.useEffect(() => {
    if (tried || problem) result.current?.scrollIntoView({ block: 'nearest' });
  }, [tried, problem]);
  const { id } = expression.element;
  const at = { element: id, moment: expression.moment };
  const { data } = useResource<ElementVariables>(withQuery(`/drafts/${draftId}/expressions/variables`, at));
  const variables = React.useMemo(() => data?.variables ?? [], [data]);
  const names = React.useMemo(() => editorVariables(variables, text), [variables, text]);
  // Until somebody writes or takes a sample, it follows what the expression says.
  const shown = sample ?? JSON.stringify(sampleOf(written, variables), null, 2);
  const run = () => {
    const parsed = parse(shown);
    setWrong(parsed === null);
    if (parsed) trying.run({ expression: written, element: id, variables: parsed });
  };
  /** In the editor Escape is for the list of completions; what is being written is not lost by it. */
  const keepOpen = (event: KeyboardEvent) => {
    if (event.target instanceof Element && event.target.closest('.cm-editor')) event.preventDefault();
  };
  return (
    <OpenModal onClose={onClose}>
      <Modal.Content onEscapeKeyDown={keepOpen}>
        <Modal.Header closeLabel={t('action.close')}>
          <Modal.Title>{title}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Box>
              <ExpressionEditor
                label={t('expressions.expression')}
                describedBy="expression-hint"
                value={first}
                names={names}
                onChange={setWritten}
              />
              <Typography tag="p" id="expression-hint" variant="pi" textColor="neutral600" paddingTop={1}>
                {t('expressions.hint')}
              </Typography>
            </Box>
            <Box tag="details">
              <Typography tag="summary" style={{ cursor: 'pointer' }}>
                {t('expressions.names', { count: variables.length })}
              </Typography>
              <Box
                tag="ul"
                tabIndex={0}
                aria-label={t('expressions.names', { count: variables.length })}
                paddingTop={2}
                style={{ maxHeight: '14rem', overflowY: 'auto' }}
              >
                {variables.map((one) => (
                  <Box tag="li" key={one.name} paddingBottom={1}>
                    <Typography tag="code" fontWeight="semiBold">
                      {one.name}
                    </Typography>{' '}
                    <Typography variant="pi" textColor="neutral600">
                      {[pick(one.title), typeWords(one.type, text), originWords(one, text)].filter(Boolean).join(' · ')}
                    </Typography>
                  </Box>
                ))}
              </Box>
            </Box>
            <Box tag="section" aria-label={t('expressions.sample')}>
              <Typography tag="h3" variant="delta">
                {t('expressions.sample')}
              </Typography>
              <Flex direction="column" alignItems="stretch" gap={3} paddingTop={2}>
                <SampleField
                  draftId={draftId}
                  element={id}
                  onChosen={(taken) => {
                    setSample(JSON.stringify(taken.variables, null, 2));
                    setFrom(
                      t(taken.at ? 'expressions.fromHere' : 'expressions.fromCase', {
                        name: taken.bookNo ?? t('expressions.noNumber'),
                      }),
                    );
                  }}
                />
                <Field.Root
                  name="sample"
                  hint={from ?? t('expressions.sampleHint')}
                  error={wrong ? t('expressions.sampleWrong') : undefined}
                >
                  <Field.Label>{t('expressions.sampleValues')}</Field.Label>
                  <Textarea
                    value={shown}
                    style={{ fontFamily: 'monospace', minHeight: '9rem' }}
                    onChange={(event: React.ChangeEvent<HTMLTextAreaElement>) => setSample(event.target.value)}
                  />
                  <Field.Error />
                  <Field.Hint />
                </Field.Root>
              </Flex>
            </Box>
            <Box>
              <Button variant="secondary" loading={trying.busy} disabled={written.trim() === ''} onClick={run}>
                {t('expressions.try')}
              </Button>
            </Box>
            <Box ref={result} aria-live="polite">
              {problem && <ProblemSummary problem={problem} />}
              {tried && <TryResult tried={tried} kind={expression.kind} />}
            </Box>
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button disabled={written.trim() === first.trim()} onClick={() => onWrite(written)}>
            {t('expressions.use')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </OpenModal>
  );
};

function parse(text: string): Record<string, unknown> | null {
  try {
    const value = JSON.parse(text) as unknown;
    return value !== null && typeof value === 'object' && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
