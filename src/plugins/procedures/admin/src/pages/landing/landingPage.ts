/** pages/landing/ owns where a person comes to after signing in. This file is the choice. */
import type { PageId } from '../../../../shared/contracts';

/** Whoever has tasks comes to them, whoever has one page comes to that; others stay on the core's home page. */
export function landingPage(pages: PageId[]): PageId | null {
  if (pages.includes('tasks')) return 'tasks';
  return pages.length === 1 ? pages[0] : null;
}
