/** Which files have an editor of their own: another kind is one entry more. Each comes when a file of its kind is opened. */
import * as React from 'react';

import type { EditorProps } from './editorProps';
import { loadModeler } from './loadModeler';

const EDITORS: { fits(path: string): boolean; Editor: React.ComponentType<EditorProps> }[] = [
  { fits: (path) => path.endsWith('.bpmn'), Editor: React.lazy(loadModeler) },
  { fits: (path) => path.endsWith('.form'), Editor: React.lazy(() => import('./forms/FormBuilder')) },
  { fits: (path) => path.endsWith('.dmn'), Editor: React.lazy(() => import('./tables/DmnEditor')) },
  { fits: (path) => path === 'blocks.json', Editor: React.lazy(() => import('./modeler/blocks/BlocksEditor')) },
];

export const editorOf = (path: string): React.ComponentType<EditorProps> | null =>
  EDITORS.find(({ fits }) => fits(path))?.Editor ?? null;
