/** The parts of a draft's workspace, in the order of their tabs. Another part is one entry more. */
import * as React from 'react';

import type { TextKey } from '../../text/useText';
import { FilesPanel } from './FilesPanel';
import type { PanelProps } from './panelProps';

export interface WorkspacePanel {
  id: string;
  label: TextKey;
  Panel: React.ComponentType<PanelProps>;
}

export const PANELS: [WorkspacePanel, ...WorkspacePanel[]] = [
  { id: 'files', label: 'modeler.panel.files', Panel: FilesPanel },
  { id: 'clocks', label: 'modeler.panel.clocks', Panel: React.lazy(() => import('./ClocksPanel')) },
  { id: 'parameters', label: 'parts.parameters', Panel: React.lazy(() => import('./parts/ParametersPanel')) },
  { id: 'roles', label: 'parts.roles', Panel: React.lazy(() => import('./parts/RolesPanel')) },
  { id: 'documents', label: 'parts.documents', Panel: React.lazy(() => import('./parts/DocumentsPanel')) },
  { id: 'try', label: 'trials.tabTry', Panel: React.lazy(() => import('./trials/TrialsPanel')) },
];
