import { Box, Typography } from '@strapi/design-system';

import type { ResultField } from '../../../../../shared/service-tasks-contract';
import type { ScenarioChoices, TrialHttpAnswer } from '../../../../../shared/trials-contract';
import { TextField } from '../../../components/TextField';
import { useText } from '../../../text/useText';
import { ChoiceField } from '../modeler/ChoiceField';
import { bodyOf, valueIn } from './httpBody';

interface Props {
  steps: ScenarioChoices['httpSteps'];
  answers: TrialHttpAnswer[];
  onChange(answers: TrialHttpAnswer[]): void;
}

const STATUSES = ['200', '404', '500', '0'] as const;

/** "HTTP trả lời": what each other system says in a trial, which calls nobody. Results are filled in by their words. */
export const HttpAnswerFields = ({ steps, answers, onChange }: Props) => {
  const { t } = useText();
  const of = (element: string) => answers.find((one) => one.element === element);
  const set = (element: string, next: Omit<TrialHttpAnswer, 'element'> | null) =>
    onChange([...answers.filter((one) => one.element !== element), ...(next ? [{ element, ...next }] : [])]);
  const fill = (element: string, fields: ResultField[], field: ResultField, text: string) => {
    const known = Object.fromEntries(fields.map((one) => [one.name, valueIn(of(element)?.body, one)]));
    set(element, { status: 200, body: bodyOf(fields, { ...known, [field.name]: text }) });
  };
  return (
    <>
      {steps.map(({ element, title, results }) => {
        const given = of(element);
        return (
          <Box key={element} paddingTop={2}>
            <ChoiceField
              label={t('trials.http.step', { title })}
              value={given ? String(given.status) : ''}
              none={t('trials.http.none')}
              choices={STATUSES.map((status) => ({ value: status, label: t(`trials.http.${status}`) }))}
              onChange={(status) =>
                set(
                  element,
                  status === ''
                    ? null
                    : { status: Number(status), ...(status === '200' ? { body: bodyOf(results, {}) } : {}) },
                )
              }
            />
            {given?.status === 200 &&
              results.map((field) => (
                <Box key={field.name} paddingTop={2} paddingLeft={4}>
                  {field.type === 'boolean' ? (
                    <ChoiceField
                      label={field.title ?? field.name}
                      value={valueIn(given.body, field)}
                      choices={['true', 'false'].map((one) => ({
                        value: one,
                        label: t(one === 'true' ? 'modeler.yes' : 'modeler.no'),
                      }))}
                      onChange={(text) => fill(element, results, field, text)}
                    />
                  ) : (
                    <TextField
                      name={`${element}-${field.name}`}
                      type="text"
                      label={field.title ?? field.name}
                      value={valueIn(given.body, field)}
                      maxLength={120}
                      onChange={(text) => fill(element, results, field, text)}
                    />
                  )}
                </Box>
              ))}
          </Box>
        );
      })}
      {answers.length === 0 && (
        <Typography tag="p" variant="pi" textColor="neutral600" paddingTop={1}>
          {t('trials.http.about')}
        </Typography>
      )}
    </>
  );
};
