import * as React from 'react';

import type { ListedTask, TaskGroup } from '../../../../shared/task-list-contract';
import { ListFrame } from '../../components/ListGrid';
import { Skeleton } from '../../components/Skeleton';
import { type TextKey, useText } from '../../text/useText';
import { BoxCell, GroupHeader, TaskHeader } from './TaskGrid';
import { TaskRowItem } from './TaskRowItem';
import type { Selection } from './useSelection';

interface Props {
  /** undefined: not read yet */
  rows: ListedTask[] | undefined;
  gone: ReadonlySet<string>;
  group: TaskGroup | null;
  isLoading: boolean;
  openId: string;
  focusedId: string | null;
  meId: string | undefined;
  selection: Selection;
  links: Map<string, HTMLAnchorElement>;
  href(task: ListedTask): string;
  onOpen(task: ListedTask): void;
  onFocus(id: string): void;
}

export const TaskRows = (props: Props) => {
  const { rows, gone, group, isLoading, openId, focusedId, meId, selection, links } = props;
  const { t } = useText();
  const isChosen = rows !== undefined && rows.length > 0 && selection.count === rows.length;
  const tabStop = rows?.some(({ id }) => id === focusedId) ? focusedId : (rows?.[0]?.id ?? null);
  return (
    <ListFrame aria-busy={isLoading}>
      <TaskHeader>
        <BoxCell>
          <input
            type="checkbox"
            checked={isChosen}
            ref={(element) => {
              if (element) element.indeterminate = selection.count > 0 && !isChosen;
            }}
            aria-label={t('tasks.chooseAll')}
            onChange={selection.all}
          />
        </BoxCell>
        <div aria-hidden>
          <span>{t('tasks.column.task')}</span>
          <span className="wide">{t('tasks.column.unit')}</span>
          <span className="wide">{t('tasks.column.person')}</span>
          <span>{t('tasks.column.clock')}</span>
        </div>
      </TaskHeader>
      {rows ? (
        sectionsOf(rows, group).map(({ key, rows: inGroup }) => (
          <React.Fragment key={key ?? ''}>
            {group && key !== null && (
              <GroupHeader>
                {t('tasks.groupHead', {
                  name: titleOf(group, key, inGroup[0], t),
                  count: inGroup[0]?.groupSize ?? inGroup.length,
                })}
              </GroupHeader>
            )}
            <ul aria-label={group && key !== null ? titleOf(group, key, inGroup[0], t) : t('menu.tasks')}>
              {inGroup.map((task) => (
                <TaskRowItem
                  key={task.id}
                  ref={(element) => {
                    if (element) links.set(task.id, element);
                    else links.delete(task.id);
                  }}
                  task={task}
                  href={props.href(task)}
                  meId={meId}
                  selected={task.id === openId}
                  chosen={selection.has(task.id)}
                  gone={gone.has(task.id)}
                  isTabStop={task.id === tabStop}
                  onOpen={() => props.onOpen(task)}
                  onFocus={() => props.onFocus(task.id)}
                  onChoose={(isRange) => (isRange ? selection.extendTo(task.id) : selection.toggle(task.id))}
                />
              ))}
            </ul>
          </React.Fragment>
        ))
      ) : (
        <Skeleton rows={10} height={57} />
      )}
    </ListFrame>
  );
};

/** Rows of one group stand together already. */
function sectionsOf(rows: ListedTask[], group: TaskGroup | null): { key: string | null; rows: ListedTask[] }[] {
  if (!group) return [{ key: null, rows }];
  const sections = new Map<string | null, ListedTask[]>();
  for (const row of rows) sections.set(row.group, [...(sections.get(row.group) ?? []), row]);
  return [...sections].map(([key, inGroup]) => ({ key, rows: inGroup }));
}

function titleOf(group: TaskGroup, key: string, row: ListedTask, t: (key: TextKey) => string): string {
  if (group === 'clock') return t(`tasks.clock.${key as 'overdue' | 'today' | 'amber' | 'later' | 'none'}`);
  if (group === 'kind') return row.title;
  if (group === 'unit') return row.handlingUnitName ?? row.handlingUnit;
  return [row.bookNo, row.caseTitle].filter(Boolean).join(' · ');
}
