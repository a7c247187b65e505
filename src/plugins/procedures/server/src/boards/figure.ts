// Owns how a number and its list are tied together: one address of a page, which the page's own route answers too.
import type { Figure } from '../../../shared/boards-contract';

type Query = Readonly<Record<string, string | null | undefined>>;

const address = (page: string, query: Query): string => {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value) params.set(name, value);
  return `${page}?${params}`;
};

export const taskFigure = (value: unknown, query: Query): Figure => ({
  value: Number(value ?? 0),
  list: address('tasks', { view: 'board', ...query }),
});

export const caseFigure = (value: unknown, query: Query): Figure => ({
  value: Number(value ?? 0),
  list: address('cases', query),
});
