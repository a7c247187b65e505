/**
 * alarms/ owns how an alarm is seen and heard on every page: a bar at the top, a sound that is repeated until somebody
 * acknowledges, the title of the tab. This file is the frame around all pages.
 */
import { useAuth } from '@strapi/strapi/admin';
import * as React from 'react';
import { Outlet } from 'react-router-dom';

import { ADMIN_ACTIONS } from '../../../shared/admin-actions';
import { MenuByRight } from '../components/MenuByRight';
import { AlarmBar } from './AlarmBar';

export const AlarmLayout = () => {
  const permissions = useAuth('AlarmLayout', (auth) => auth.permissions);
  const mayRead = (page: 'boards' | 'duty') => permissions.some(({ action }) => action === ADMIN_ACTIONS[page]);
  const rings = mayRead('duty');
  const [height, setHeight] = React.useState(0);
  return (
    <div style={{ '--procedures-alarm': `${height}px`, minHeight: '100%' } as React.CSSProperties}>
      {rings && <AlarmBar onHeight={setHeight} />}
      {mayRead('boards') && <MenuByRight />}
      <Outlet />
    </div>
  );
};
