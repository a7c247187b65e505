import { Field, TextInput } from '@strapi/design-system';
import type Modeler from 'bpmn-js/lib/Modeler';
import type * as React from 'react';

import { useText } from '../../../text/useText';
import type { Services, Shape } from './drawing';
import { useHeldText } from './useHeldText';

/** The words of a step. */
export const NameField = ({ modeler, element }: { modeler: Modeler; element: Shape }) => {
  const { t } = useText();
  const name = useHeldText(element.businessObject.name ?? '', (typed) => {
    if (typed.trim()) modeler.get<Services['modeling']>('modeling').updateProperties(element, { name: typed.trim() });
  });
  return (
    <Field.Root name="name">
      <Field.Label>{t('modeler.name')}</Field.Label>
      <TextInput
        size="S"
        maxLength={120}
        value={name.value}
        onChange={(event: React.ChangeEvent<HTMLInputElement>) => name.type(event.target.value)}
        onBlur={name.leave}
        onKeyDown={(event: React.KeyboardEvent) => event.key === 'Enter' && name.leave()}
      />
    </Field.Root>
  );
};
