/** Where a key leads in a tree (WAI-ARIA Authoring Practices, tree view): a plain function over what is visible. */
import type { OutlineItem } from './outlineOf';

export interface VisibleItem {
  item: OutlineItem;
  level: number;
  parent: string | null;
  position: number;
  siblings: number;
}

export interface TreeMove {
  focus?: string;
  open?: string;
  close?: string;
}

/** The items of a tree in the order of reading, without what is folded away. */
export function visibleItems(
  items: readonly OutlineItem[],
  folded: ReadonlySet<string>,
  level = 1,
  parent: string | null = null,
): VisibleItem[] {
  return items.flatMap((item, index) => [
    { item, level, parent, position: index + 1, siblings: items.length },
    ...(folded.has(item.id) ? [] : visibleItems(item.children, folded, level + 1, item.id)),
  ]);
}

/** null: the key means nothing here. */
export function treeMove(
  key: string,
  current: string,
  visible: readonly VisibleItem[],
  folded: ReadonlySet<string>,
): TreeMove | null {
  const at = visible.findIndex(({ item }) => item.id === current);
  const here = visible[at];
  if (!here) return null;
  const to = (index: number): TreeMove => {
    const found = visible[Math.min(visible.length - 1, Math.max(0, index))];
    return found ? { focus: found.item.id } : {};
  };
  const hasChildren = here.item.children.length > 0;
  const isOpen = hasChildren && !folded.has(current);
  switch (key) {
    case 'ArrowDown':
      return to(at + 1);
    case 'ArrowUp':
      return to(at - 1);
    case 'Home':
      return to(0);
    case 'End':
      return to(visible.length - 1);
    case 'ArrowRight':
      if (!hasChildren) return {};
      return isOpen ? to(at + 1) : { open: current };
    case 'ArrowLeft':
      if (isOpen) return { close: current };
      return here.parent ? { focus: here.parent } : {};
    default:
      return null;
  }
}
