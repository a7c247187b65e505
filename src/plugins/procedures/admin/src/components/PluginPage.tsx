import { Box } from '@strapi/design-system';
import { Page } from '@strapi/strapi/admin';
import * as React from 'react';

import { ADMIN_ACTIONS } from '../../../shared/admin-actions';
import type { Me, PageId } from '../../../shared/contracts';
import { useResource } from '../api/useResource';
import { WithUnread } from '../notices/WithUnread';
import { type TextKey, useText } from '../text/useText';
import { DemoBand } from './DemoBand';
import { MeContext } from './useMe';

interface Props {
  page: PageId;
  children: React.ReactNode;
}

/** Around every page of the plugin: its permission, who is working, the demo band, the window's title. */
export const PluginPage = ({ page, children }: Props) => {
  const { t } = useText();
  const { data: me } = useResource<Me>('/me');
  const title = t(`menu.${page}` satisfies TextKey);

  React.useEffect(() => {
    document.title = me ? `${title} · ${me.tenant.name}` : title;
  }, [title, me]);

  return (
    <Page.Protect permissions={[{ action: ADMIN_ACTIONS[page], subject: null }]}>
      <MeContext.Provider value={me}>
        {/* What sticks to the top sticks below a ringing alarm and the band. */}
        <div
          style={
            {
              '--procedures-demo': me?.tenant.demo ? '24px' : '0px',
              '--procedures-band': `calc(${me?.tenant.demo ? '24px' : '0px'} + var(--procedures-alarm, 0px))`,
            } as React.CSSProperties
          }
        >
          {me?.tenant.demo && <DemoBand />}
          <WithUnread me={me}>
            <Page.Main>{children}</Page.Main>
          </WithUnread>
        </div>
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
