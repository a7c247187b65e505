import { SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import type * as React from 'react';
import { styled } from 'styled-components';

import {
  MAIL_CHOICES,
  type MailChoice,
  NOTICE_KINDS,
  type NoticeKind,
} from '../../../../shared/notifications-contract';
import { useText } from '../../text/useText';

export const Line = styled.li`
  display: grid;
  grid-template-columns: minmax(0, 1fr) minmax(0, 34rem) auto;
  gap: 4px 16px;
  align-items: center;
  padding: 6px 0;
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
  @media (max-width: 600px) {
    grid-template-columns: minmax(0, 1fr);
  }
`;

interface Props {
  value: Partial<Record<NoticeKind, MailChoice>>;
  /** what holds where nothing is chosen; null: something must be */
  fallback: Record<NoticeKind, MailChoice> | null;
  onChange(kind: NoticeKind, choice: MailChoice | null): void;
  aside?(kind: NoticeKind): React.ReactNode;
}

/** Every kind of notice, and how it comes by e-mail. */
export const KindChoices = ({ value, fallback, onChange, aside }: Props) => {
  const { t } = useText();
  return (
    <ul>
      {NOTICE_KINDS.map((kind) => (
        <Line key={kind}>
          <Typography>{t(`notices.kind.${kind}`)}</Typography>
          <SingleSelect
            size="S"
            aria-label={t('notices.mailOf', { kind: t(`notices.kind.${kind}`) })}
            value={value[kind] ?? 'TENANT'}
            onChange={(choice) => onChange(kind, choice === 'TENANT' ? null : (choice as MailChoice))}
          >
            {fallback && (
              <SingleSelectOption value="TENANT">
                {t('notices.asOffice', { choice: t(`notices.mail.${fallback[kind]}`) })}
              </SingleSelectOption>
            )}
            {MAIL_CHOICES.map((choice) => (
              <SingleSelectOption key={choice} value={choice}>
                {t(`notices.mail.${choice}`)}
              </SingleSelectOption>
            ))}
          </SingleSelect>
          {aside?.(kind)}
        </Line>
      ))}
    </ul>
  );
};
