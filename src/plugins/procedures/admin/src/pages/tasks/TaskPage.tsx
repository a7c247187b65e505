import { Link } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import * as React from 'react';
import { Link as RouterLink, useLocation, useNavigate, useParams } from 'react-router-dom';

import type { TaskRow } from '../../../../shared/contracts';
import { PageHeader } from '../../components/PageHeader';
import { PageBody } from '../../components/PluginPage';
import { useText } from '../../text/useText';
import { TaskWork } from './TaskWork';
import { TASKS_URL, taskUrl } from './taskUrl';

/** One task on a page of its own: for phones, for links, for working undisturbed. */
export const TaskPage = () => {
  const { t } = useText();
  const { id = '' } = useParams();
  const { search } = useLocation();
  const navigate = useNavigate();
  const { toggleNotification } = useNotification();
  const [heading, setHeading] = React.useState({ title: '', about: '' });
  const onTitle = React.useCallback((title: string, about: string) => setHeading({ title, about }), []);

  const onDone = (next: TaskRow | null) => {
    toggleNotification({ type: 'success', message: t('task.recorded') });
    navigate(next ? taskUrl(next.id, search) : `${TASKS_URL}${search}`);
  };

  return (
    <PageBody>
      <PageHeader
        title={heading.title || t('task.loading')}
        subtitle={heading.about}
        back={
          <Link tag={RouterLink} to={`${TASKS_URL}${search}`} startIcon={<ArrowLeft />}>
            {t('tasks.back')}
          </Link>
        }
      />
      <TaskWork key={id} taskId={id} layout="page" onTitle={onTitle} onDone={onDone} />
    </PageBody>
  );
};
