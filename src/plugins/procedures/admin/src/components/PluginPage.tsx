import { Box } from '@strapi/design-system';
import { Page } from '@strapi/strapi/admin';
import * as React from 'react';
import { styled } from 'styled-components';

import { ADMIN_ACTIONS } from '../../../shared/admin-actions';
import type { PageId } from '../../../shared/contracts';
import { WithUnread } from '../notices/WithUnread';
import { type TextKey, useText } from '../text/useText';
import { DemoBand } from './DemoBand';
import { keepPresses } from './keepPresses';
import { LeaveGuard } from './LeaveGuard';
import { NativeColours } from './NativeColours';
import { UnreadMe } from './UnreadMe';
import { MeContext } from './useMe';
import { useMeReading } from './useMeReading';

/** Tabs that a phone has no room for are scrolled, as they are on any phone: words are not broken. */
const Frame = styled.div`
  [role='tablist'] {
    overflow-x: auto;
    scrollbar-width: none;
  }
  [role='tab'] {
    flex: none;
    white-space: nowrap;
  }
`;

interface Props {
  page: PageId;
  children: React.ReactNode;
}

/** Around every page of the plugin: its permission, who is working, the demo band, the window's title. */
export const PluginPage = ({ page, children }: Props) => {
  const { t } = useText();
  const { data: me, problem, reload } = useMeReading();
  const title = t(`menu.${page}` satisfies TextKey);

  React.useEffect(() => {
    document.title = me ? `${title} · ${me.tenant.name}` : title;
  }, [title, me]);
  React.useEffect(() => keepPresses(document), []);

  return (
    <Page.Protect permissions={[{ action: ADMIN_ACTIONS[page], subject: null }]}>
      <NativeColours />
      <MeContext.Provider value={me}>
        {/* What sticks to the top sticks below a ringing alarm and the band. */}
        <Frame
          style={
            {
              '--procedures-demo': me?.tenant.demo ? '24px' : '0px',
              '--procedures-band': `calc(${me?.tenant.demo ? '24px' : '0px'} + var(--procedures-alarm, 0px))`,
            } as React.CSSProperties
          }
        >
          {me?.tenant.demo && <DemoBand />}
          <LeaveGuard />
          <WithUnread me={me}>
            <Page.Main>
              {/* Without it parts of a page stay empty: that is said, with the way to try again. */}
              {problem && !me && <UnreadMe problem={problem} onRetry={reload} />}
              {children}
            </Page.Main>
          </WithUnread>
        </Frame>
      </MeContext.Provider>
    </Page.Protect>
  );
};

/** The space around a page's content; lists with a side panel set their own. */
export const PageBody = ({ children }: { children: React.ReactNode }) => (
  <Box paddingLeft={{ initial: 4, medium: 6 }} paddingRight={{ initial: 4, medium: 6 }} paddingBottom={8}>
    {children}
  </Box>
);
