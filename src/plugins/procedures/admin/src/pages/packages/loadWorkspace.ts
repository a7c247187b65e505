/** Fetches the workspace and the modeler ahead: both are large, and whoever looks at the list is about to open a draft. */
import { loadModeler } from './loadModeler';

export const loadWorkspace = () => {
  void loadModeler();
  return import('./Workspace');
};
