import type { PageId } from '../../../shared/contracts';
import { PAGES_ROOT } from '../text/pluginId';
import { useMeReading } from './useMeReading';

/** Pages whose menu entry depends on the reader's units, which the panel's own permissions do not know. */
const BY_UNIT: readonly PageId[] = ['boards'];

/** Takes entries out of the panel's menu that would only lead to an explanation, until it is known that they do not. */
export const MenuByRight = () => {
  const { data: me } = useMeReading();
  const hidden = BY_UNIT.filter((page) => !me?.pages.includes(page));
  if (hidden.length === 0) return null;
  const links = hidden.map((page) => `nav li:has(a[href$="${PAGES_ROOT}/${page}"])`);
  return <style>{`${links.join(', ')} { display: none; }`}</style>;
};
