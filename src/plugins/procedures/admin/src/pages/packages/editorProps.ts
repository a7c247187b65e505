/** What an editor of a file is given. It is made anew for each reading from the server. */
import type * as React from 'react';

import type { DraftView, PackageProblem } from '../../../../shared/packages-contract';

export interface EditorProps {
  text: string;
  draft: DraftView;
  path: string;
  problems: PackageProblem[];
  selected: PackageProblem | null;
  /** what the check says, to stand beside */
  aside: React.ReactNode;
  onChange(text: string): void;
  /** it cannot be opened but as text */
  onUnreadable(reason: string): void;
  /** it stands there and can be worked with */
  onShown(): void;
  /** saves what is not saved yet */
  onFlush(): Promise<void>;
  /** reads the draft again: the lists have grown */
  onReload(): Promise<DraftView>;
  onOpenFile(path: string): void;
}
