/** The tab that the address names; a name that the page does not have, in an old or mistyped link, is its first tab. */
import { useUrlState } from './useUrlState';

export function tabOf<T extends string>(tabs: readonly [T, ...T[]], named: string): T {
  return tabs.find((one) => one === named) ?? tabs[0];
}

export function useTab<T extends string>(tabs: readonly [T, ...T[]]): T {
  return tabOf(tabs, useUrlState().get('tab'));
}
