/** pages/packages/ owns "Quy trình": what is in force, drafts and their workspace, proposals and their approval. */
import * as React from 'react';
import { Route, Routes } from 'react-router-dom';

import { PluginPage } from '../../components/PluginPage';
import { Skeleton } from '../../components/Skeleton';
import { CancellationPage } from './CancellationPage';
import { PublicationPage } from './changes/PublicationPage';
import { loadWorkspace } from './loadWorkspace';
import { MovingPage } from './moving/MovingPage';
import { PackageListPage } from './PackageListPage';

const Workspace = React.lazy(loadWorkspace);

const PackagesRoutes = () => (
  <PluginPage page="packages">
    <React.Suspense fallback={<Skeleton rows={8} />}>
      <Routes>
        <Route index element={<PackageListPage />} />
        <Route path="drafts/:draftId" element={<Workspace />} />
        <Route path="cancellations/:cancellationId" element={<CancellationPage />} />
        <Route path="moving/:packageId" element={<MovingPage />} />
        <Route path="publications/:publicationId" element={<PublicationPage />} />
      </Routes>
    </React.Suspense>
  </PluginPage>
);

export default PackagesRoutes;
