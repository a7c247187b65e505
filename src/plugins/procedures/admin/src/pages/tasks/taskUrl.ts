import { PAGES_ROOT } from '../../text/pluginId';

export const TASKS_URL = `${PAGES_ROOT}/tasks`;

/** A task's own page; the list's search goes along so that "back" finds the same list. */
export function taskUrl(id: string, search = ''): string {
  const params = new URLSearchParams(search);
  params.delete('open');
  const text = params.toString();
  return `${TASKS_URL}/${id}${text ? `?${text}` : ''}`;
}
