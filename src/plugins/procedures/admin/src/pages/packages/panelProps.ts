/** What a part of the workspace is given. */
import type { CheckResult, DraftView } from '../../../../shared/packages-contract';

export interface PanelProps {
  draft: DraftView;
  check: CheckResult | null;
  /** checks the draft again */
  onSaved(): void;
  /** reads the draft again */
  onReload(): Promise<DraftView>;
}
