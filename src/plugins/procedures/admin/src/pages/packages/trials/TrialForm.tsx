import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import * as React from 'react';

import type { FormSchema, FormValues } from '../../../../../shared/contracts';
import { type FormHandle, FormView } from '../../../components/form/FormView';
import { InvalidNotice } from '../../../components/InvalidNotice';
import { useText } from '../../../text/useText';

interface Props {
  title: string;
  form: FormSchema | null;
  initial: FormValues;
  busy: boolean;
  onClose(): void;
  onSend(values: FormValues): void;
}

const NOTHING: FormValues = {};

/** The form that staff would fill in, in a trial. */
export const TrialForm = ({ title, form, initial, busy, onClose, onSend }: Props) => {
  const { t } = useText();
  const handle = React.useRef<FormHandle>(null);
  const place = React.useRef<HTMLDivElement>(null);
  const [invalid, setInvalid] = React.useState(false);
  React.useEffect(() => place.current?.scrollIntoView({ block: 'nearest' }), []);
  const send = async () => {
    const values = form ? await handle.current?.submit() : NOTHING;
    setInvalid(!values);
    if (values) onSend(values);
  };
  return (
    <Box ref={place} tag="section" aria-label={title} paddingTop={4}>
      {form ? (
        <FormView
          ref={handle}
          schema={form}
          initial={initial}
          readOnly={busy}
          focusFirst
          onSubmitKey={() => void send()}
        />
      ) : (
        <Typography textColor="neutral600">{t('trials.noForm')}</Typography>
      )}
      <Flex gap={2} paddingTop={3} wrap="wrap">
        <Button startIcon={<Check />} loading={busy} onClick={() => void send()}>
          {t('trials.confirm', { title })}
        </Button>
        <Button variant="tertiary" disabled={busy} onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <InvalidNotice shown={invalid && !busy} />
      </Flex>
    </Box>
  );
};
