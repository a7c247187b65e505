import { Field, TextInput } from '@strapi/design-system';
import type Modeler from 'bpmn-js/lib/Modeler';
import * as React from 'react';

import { useText } from '../../../text/useText';
import type { Services, Shape } from './drawing';

/** The words of a step; they are written when the field is left, so that one undo takes all of them. */
export const NameField = ({ modeler, element }: { modeler: Modeler; element: Shape }) => {
  const { t } = useText();
  const [name, setName] = React.useState(element.businessObject.name ?? '');
  const rename = () => {
    if (name.trim() && name !== element.businessObject.name)
      modeler.get<Services['modeling']>('modeling').updateProperties(element, { name: name.trim() });
  };
  return (
    <Field.Root name="name">
      <Field.Label>{t('modeler.name')}</Field.Label>
      <TextInput
        size="S"
        maxLength={120}
        value={name}
        onChange={(event: React.ChangeEvent<HTMLInputElement>) => setName(event.target.value)}
        onBlur={rename}
        onKeyDown={(event: React.KeyboardEvent) => event.key === 'Enter' && rename()}
      />
    </Field.Root>
  );
};
