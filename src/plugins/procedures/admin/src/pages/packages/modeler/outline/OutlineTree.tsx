import { ChevronDown, ChevronRight } from '@strapi/icons';
import * as React from 'react';
import { styled } from 'styled-components';

import { useText } from '../../../../text/useText';
import type { ItemWords } from './describeItem';
import type { OutlineItem } from './outlineOf';
import { treeMove, visibleItems } from './treeKeys';

interface Props {
  items: OutlineItem[];
  selected: string | null;
  wordsOf(item: OutlineItem): ItemWords;
  onSelect(item: OutlineItem): void;
  /** Enter: on to what can be changed of it */
  onOpen(item: OutlineItem): void;
}

const Tree = styled.ul`
  list-style: none;
  margin: 0;
  padding: 4px;
  flex: 1;
  min-height: 0;
  overflow-y: auto;
  background: ${({ theme }) => theme.colors.neutral0};
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: 4px;
`;

const Row = styled.li<{ $level: number }>`
  padding: 6px 8px 6px ${({ $level }) => 8 + ($level - 1) * 16}px;
  border-left: 3px solid transparent;
  border-radius: 4px;
  cursor: pointer;
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: 1.4rem;
  line-height: 1.35;
  overflow-wrap: anywhere;

  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: -2px;
  }
  &[aria-selected='true'] {
    background: ${({ theme }) => theme.colors.primary100};
    border-left-color: ${({ theme }) => theme.colors.primary600};
  }
  svg {
    width: 10px;
    height: 10px;
    margin-right: 6px;
  }
  small {
    display: block;
    font-size: 1.2rem;
    color: ${({ theme }) => theme.colors.neutral600};
  }
  small.problem {
    color: ${({ theme }) => theme.colors.danger600};
  }
`;

/** The procedure as a tree for keyboard and screen reader: one stop of Tab, arrows within, every line with all that it means. */
export const OutlineTree = ({ items, selected, wordsOf, onSelect, onOpen }: Props) => {
  const { t } = useText();
  const [folded, setFolded] = React.useState<ReadonlySet<string>>(new Set());
  const rows = React.useRef(new Map<string, HTMLLIElement>());
  const visible = visibleItems(items, folded);
  const inTree = visible.some(({ item }) => item.id === selected);
  const current = inTree ? selected : (visible[0]?.item.id ?? null);

  // Opened, it is read: the keys go to it.
  React.useEffect(() => {
    if (current) rows.current.get(current)?.focus();
  }, []);

  const fold = (id: string, isFolded: boolean) =>
    setFolded((known) => new Set(isFolded ? [...known, id] : [...known].filter((one) => one !== id)));
  const focus = (id: string) => {
    const found = visible.find(({ item }) => item.id === id);
    if (!found) return;
    onSelect(found.item);
    rows.current.get(id)?.focus();
  };
  const onKeyDown = (event: React.KeyboardEvent, item: OutlineItem) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      event.stopPropagation();
      onSelect(item);
      if (event.key === 'Enter') onOpen(item);
      return;
    }
    const move = treeMove(event.key, item.id, visible, folded);
    if (!move) return;
    event.preventDefault();
    // The drawing beside it listens to the same keys and would push its elements about.
    event.stopPropagation();
    if (move.open) fold(move.open, false);
    if (move.close) fold(move.close, true);
    if (move.focus) focus(move.focus);
  };
  return (
    <Tree role="tree" aria-label={t('outline.title')}>
      {visible.map(({ item, level, position, siblings }) => {
        const words = wordsOf(item);
        const hasChildren = item.children.length > 0;
        return (
          <Row
            key={item.id}
            ref={(row: HTMLLIElement | null) => {
              if (row) rows.current.set(item.id, row);
              else rows.current.delete(item.id);
            }}
            role="treeitem"
            $level={level}
            aria-level={level}
            aria-posinset={position}
            aria-setsize={siblings}
            aria-expanded={hasChildren ? !folded.has(item.id) : undefined}
            aria-selected={item.id === selected}
            tabIndex={item.id === current ? 0 : -1}
            onClick={() => focus(item.id)}
            onDoubleClick={() => hasChildren && fold(item.id, !folded.has(item.id))}
            onKeyDown={(event: React.KeyboardEvent) => onKeyDown(event, item)}
          >
            {hasChildren && (folded.has(item.id) ? <ChevronRight aria-hidden /> : <ChevronDown aria-hidden />)}
            {words.name}
            <small>{words.about}</small>
            {words.lock && <small>{t('outline.locked', { law: words.lock })}</small>}
            {words.problems.map((problem) => (
              <small key={problem} className="problem">
                {t('outline.problem', { problem })}
              </small>
            ))}
          </Row>
        );
      })}
    </Tree>
  );
};
