import { Checkbox } from '@strapi/design-system';
import type Modeler from 'bpmn-js/lib/Modeler';

import type { DraftView } from '../../../../../shared/packages-contract';
import { HTTP_JOB, HTTP_METHODS, LONGEST_NOTICE } from '../../../../../shared/service-tasks-contract';
import { useText } from '../../../text/useText';
import { SideSection } from '../SideSection';
import { ChoiceField } from './ChoiceField';
import type { Shape } from './drawing';
import { HeldField } from './HeldField';
import { NameField } from './NameField';
import { ResultFields } from './ResultFields';
import { SentFields } from './SentFields';
import { headerOf, jobOf, setHeader } from './serviceHeaders';
import { TemplateField } from './TemplateField';

interface Props {
  modeler: Modeler;
  element: Shape;
  draft: DraftView;
}

/** A step that the platform does itself, by lists: whom it tells and what, or which system it asks and what of the answer it keeps. */
export const ServiceFields = ({ modeler, element, draft: { choices } }: Props) => {
  const { t } = useText();
  const of = (key: string) => headerOf(element, key);
  const set = (key: string) => (value: string) => setHeader(modeler, element, key, value);
  const isHttp = jobOf(element) === HTTP_JOB;
  const connection = choices.connections.find((one) => one.value === of('connection'));
  const sendable = connection ? choices.variables.filter((one) => connection.sends.includes(one.value)) : [];
  const methods = (connection?.methods ?? HTTP_METHODS).map((one) => ({ value: one, label: one }));
  return (
    <SideSection title={t(isHttp ? 'modeler.http' : 'modeler.notify')} spaced>
      <NameField modeler={modeler} element={element} />
      {isHttp ? (
        <>
          <ChoiceField
            label={t('modeler.http.connection')}
            hint={choices.connections.length === 0 ? t('modeler.http.noConnection') : undefined}
            value={of('connection')}
            choices={choices.connections}
            onChange={set('connection')}
          />
          <ChoiceField
            label={t('modeler.http.method')}
            value={of('method')}
            choices={methods}
            onChange={set('method')}
          />
          <HeldField value={of('path')} onChange={set('path')}>
            {({ value, type, write }) => (
              <TemplateField
                label={t('modeler.http.path')}
                value={value}
                variables={sendable}
                maxLength={300}
                onChange={write}
                onType={type}
              />
            )}
          </HeldField>
          {of('method') !== 'GET' && (
            <SentFields
              label={t('modeler.http.body')}
              hint={t('modeler.http.bodyHint')}
              value={of('body')}
              variables={sendable}
              onChange={set('body')}
            />
          )}
          <HeldField value={of('result')} onChange={set('result')}>
            {({ value, type, write }) => (
              <ResultFields
                label={t('modeler.http.result')}
                hint={t('modeler.http.resultHint')}
                value={value}
                onChange={write}
                onType={type}
              />
            )}
          </HeldField>
        </>
      ) : (
        <>
          <ChoiceField
            label={t('modeler.notify.to')}
            value={of('to')}
            choices={choices.recipients}
            onChange={set('to')}
          />
          <HeldField value={of('text')} onChange={set('text')}>
            {({ value, type, write }) => (
              <TemplateField
                label={t('modeler.notify.text')}
                hint={t('modeler.notify.textHint')}
                value={value}
                variables={choices.variables}
                maxLength={LONGEST_NOTICE}
                onChange={write}
                onType={type}
              />
            )}
          </HeldField>
          <Checkbox
            checked={of('urgent') === 'true'}
            onCheckedChange={(on: boolean | 'indeterminate') => set('urgent')(on === true ? 'true' : '')}
          >
            {t('modeler.notify.urgent')}
          </Checkbox>
        </>
      )}
    </SideSection>
  );
};
