/** pages/operations/ owns "Vận hành": is the engine well, which instances run, what stands still, and where it takes long. */
import { Route, Routes } from 'react-router-dom';

import { PluginPage } from '../../components/PluginPage';
import { HeatPage } from './heat/HeatPage';
import { InstancePage } from './instances/InstancePage';
import { InstancesPage } from './instances/InstancesPage';
import { OperationsPage } from './OperationsPage';

const OperationsRoutes = () => (
  <PluginPage page="operations">
    <Routes>
      <Route index element={<OperationsPage />} />
      <Route path="instances" element={<InstancesPage />} />
      <Route path="instances/:caseId" element={<InstancePage />} />
      <Route path="heat" element={<HeatPage />} />
    </Routes>
  </PluginPage>
);

export default OperationsRoutes;
