/** pages/cases/ owns "Hồ sơ": finding a case, and everything about one. */
import { Route, Routes } from 'react-router-dom';

import { PluginPage } from '../../components/PluginPage';
import { CaseListPage } from './CaseListPage';
import { CasePage } from './CasePage';

const CasesRoutes = () => (
  <PluginPage page="cases">
    <Routes>
      <Route index element={<CaseListPage />} />
      <Route path=":id" element={<CasePage />} />
    </Routes>
  </PluginPage>
);

export default CasesRoutes;
