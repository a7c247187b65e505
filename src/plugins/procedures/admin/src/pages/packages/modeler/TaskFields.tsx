import { Box, Field, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import type Modeler from 'bpmn-js/lib/Modeler';
import * as React from 'react';

import type { Choice, DraftView } from '../../../../../shared/packages-contract';
import { useText } from '../../../text/useText';
import { type Drawn, groupsOf, propertyOf, setGroups, setProperty } from './taskProperties';

interface Props {
  modeler: Modeler;
  element: Drawn;
  draft: DraftView;
}

/** Common work on a step by lists: no expression is typed. */
export const TaskFields = ({ modeler, element, draft }: Props) => {
  const { t } = useText();
  const [, redraw] = React.useReducer((count: number) => count + 1, 0);
  const field = (label: string, value: string, choices: Choice[], set: (value: string) => void) => {
    // A value that the list lacks (an expression, for instance) is shown and stays until another is chosen.
    const all =
      value === '' || choices.some((one) => one.value === value) ? choices : [{ value, label: value }, ...choices];
    return (
      <Field.Root name={label}>
        <Field.Label>{label}</Field.Label>
        <SingleSelect
          size="S"
          value={value}
          placeholder={t('packages.choose')}
          onChange={(chosen: string | number) => {
            set(String(chosen));
            redraw();
          }}
        >
          {all.map((one) => (
            <SingleSelectOption key={one.value} value={one.value}>
              {one.label}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
    );
  };
  return (
    <Box
      tag="section"
      aria-label={t('packages.task')}
      background="neutral0"
      hasRadius
      borderColor="neutral150"
      padding={3}
    >
      <Typography variant="sigma" tag="h2" textColor="neutral600">
        {t('packages.task')}
      </Typography>
      {field(t('packages.task.groups'), groupsOf(element), draft.choices.groups, (value) =>
        setGroups(modeler, element, value),
      )}
      {field(t('packages.task.form'), propertyOf(element, 'form', draft.tasks), draft.choices.forms, (value) =>
        setProperty(modeler, element, 'form', value),
      )}
      {field(t('packages.task.clock'), propertyOf(element, 'clocks', draft.tasks), draft.choices.clocks, (value) =>
        setProperty(modeler, element, 'clocks', value),
      )}
    </Box>
  );
};
