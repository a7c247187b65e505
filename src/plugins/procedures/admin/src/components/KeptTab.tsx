import { Tabs } from '@strapi/design-system';
import * as React from 'react';

interface Props {
  value: string;
  /** whether it is the tab that is looked at */
  shown: boolean;
  paddingTop: number;
  children: React.ReactNode;
}

/** A tab that stays once it was opened: a look at another drops neither what is typed in it nor what it is sending. */
export const KeptTab = ({ value, shown, paddingTop, children }: Props) => {
  const [opened, setOpened] = React.useState(shown);
  if (shown && !opened) setOpened(true);
  return (
    <Tabs.Content
      value={value}
      forceMount={opened || undefined}
      style={{ paddingTop, display: shown ? undefined : 'none' }}
    >
      {children}
    </Tabs.Content>
  );
};
