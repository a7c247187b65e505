import { Box, Button, Field, Flex, Textarea, TextInput, Typography } from '@strapi/design-system';
import * as React from 'react';

import { useText } from '../text/useText';
import { formatInstant, fromLocalInput, toLocalInput } from '../time/instants';
import { isFuture, NOW, needsReason, type Occurrence, withTime } from '../time/lateEntry';

interface Props {
  value: Occurrence;
  onChange(value: Occurrence): void;
  /** show what is missing; before the first attempt nobody is scolded */
  checked: boolean;
}

/** When it really happened: now, unless one says otherwise; an earlier time is a late entry and needs its reason. */
export const LateEntry = ({ value, onChange, checked }: Props) => {
  const { t } = useText();
  const [open, setOpen] = React.useState(value.at !== null || value.isMissing === true);
  const [text, setText] = React.useState(() =>
    value.at || !value.isMissing ? toLocalInput(value.at ?? new Date()) : '',
  );
  const now = new Date();
  const late = needsReason(value, now);
  const missing = checked && value.isMissing ? t('late.timeMissing') : undefined;

  if (!open) {
    return (
      <Flex gap={2} wrap="wrap">
        <Typography variant="pi" textColor="neutral600">
          {t('late.now')}
        </Typography>
        <Button
          variant="ghost"
          size="S"
          onClick={() => {
            setText(toLocalInput(new Date()));
            setOpen(true);
          }}
        >
          {t('late.change')}
        </Button>
      </Flex>
    );
  }
  return (
    <Flex direction="column" alignItems="stretch" gap={3} data-late-entry>
      <Flex gap={2} alignItems="flex-start" wrap="wrap">
        <Box style={{ flex: '0 1 26rem' }}>
          <Field.Root
            name="occurred-at"
            required
            error={isFuture(value.at, now) ? t('late.future') : missing}
            hint={value.isPaper ? t('late.paperHint') : `${formatInstant(value.at)} · ${t('late.hint')}`}
          >
            <Field.Label>{t('late.label')}</Field.Label>
            <TextInput
              type="datetime-local"
              value={text}
              max={toLocalInput(now)}
              onChange={(event: React.ChangeEvent<HTMLInputElement>) => {
                setText(event.target.value);
                onChange(withTime(value, fromLocalInput(event.target.value)));
              }}
            />
            <Field.Hint />
            <Field.Error />
          </Field.Root>
        </Box>
        {!value.isPaper && (
          <Button
            style={{ marginTop: '2.4rem' }}
            variant="tertiary"
            onClick={() => {
              onChange(NOW);
              setOpen(false);
            }}
          >
            {t('late.backToNow')}
          </Button>
        )}
      </Flex>
      {late && (
        <Field.Root
          name="late-reason"
          required
          error={checked && value.reason.trim() === '' ? t('late.reasonMissing') : undefined}
        >
          <Field.Label>{t('late.reason')}</Field.Label>
          <Textarea
            value={value.reason}
            onChange={(event: React.ChangeEvent<HTMLTextAreaElement>) =>
              onChange({ ...value, reason: event.target.value })
            }
          />
          <Field.Error />
        </Field.Root>
      )}
    </Flex>
  );
};
