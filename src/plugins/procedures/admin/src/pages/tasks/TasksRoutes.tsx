/** pages/tasks/ owns "Việc của tôi": the list, one task beside it or on its own page, and the way a task is done. */
import { Route, Routes } from 'react-router-dom';

import { PluginPage } from '../../components/PluginPage';
import { QuestionInboxPage } from './QuestionInboxPage';
import { QuestionPage } from './QuestionPage';
import { TaskListPage } from './TaskListPage';
import { TaskPage } from './TaskPage';

const TasksRoutes = () => (
  <PluginPage page="tasks">
    <Routes>
      <Route index element={<TaskListPage />} />
      <Route path="questions" element={<QuestionInboxPage />} />
      <Route path="questions/:id" element={<QuestionPage />} />
      <Route path=":id" element={<TaskPage />} />
    </Routes>
  </PluginPage>
);

export default TasksRoutes;
