import { Phone } from '@strapi/icons';
import { styled } from 'styled-components';

import { useText } from '../text/useText';

const List = styled.ul`
  display: flex;
  flex-wrap: wrap;
  gap: 4px 16px;
  a {
    display: inline-flex;
    gap: 6px;
    align-items: center;
    min-height: 2.4rem;
    color: inherit;
    text-decoration: underline;
    font-size: 1.4rem;
    overflow-wrap: anywhere;
  }
  a:focus-visible {
    outline: 2px solid currentColor;
    outline-offset: 2px;
  }
  svg {
    flex: none;
  }
  svg path {
    fill: currentColor;
  }
`;

/** Whom to call: a touch dials. */
export const AlarmContacts = ({ contacts }: { contacts: { title: string; phone: string }[] }) => {
  const { t } = useText();
  return (
    <List aria-label={t('alarm.contacts')}>
      {contacts.map(({ title, phone }) => (
        <li key={`${title} ${phone}`}>
          <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>
            <Phone aria-hidden width="1.4rem" height="1.4rem" />
            <span>
              {title}: <b>{phone}</b>
            </span>
          </a>
        </li>
      ))}
    </List>
  );
};
