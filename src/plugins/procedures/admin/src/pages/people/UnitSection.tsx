import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Pencil } from '@strapi/icons';
import { styled } from 'styled-components';

import type { ActingView, PeopleOverview, PersonRow, UnitView } from '../../../../shared/people-contract';
import { Card } from '../../components/Card';
import { Mark } from '../../components/Mark';
import { WarnText } from '../../components/WarnText';
import { useText } from '../../text/useText';
import { formatDay } from '../../time/instants';

const PersonLine = styled.button<{ $selected: boolean }>`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 4px 12px;
  width: 100%;
  min-height: 44px;
  padding: 8px 16px;
  text-align: left;
  color: inherit;
  cursor: pointer;
  border: 0;
  border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  background: ${({ theme, $selected }) => ($selected ? theme.colors.neutral100 : 'transparent')};
  box-shadow: ${({ theme, $selected }) => ($selected ? `inset 3px 0 0 ${theme.colors.primary600}` : 'none')};
  &:hover {
    background: ${({ theme }) => theme.colors.neutral100};
  }
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: -2px;
  }
`;

interface Props {
  unit: UnitView | null;
  people: PersonRow[];
  overview: PeopleOverview;
  selected: string;
  onSelect(id: string): void;
  onEdit?(): void;
  onClose?(): void;
}

/** One unit: who works there, who leads it, who is away, who acts for whom, how much everybody holds. */
export const UnitSection = ({ unit, people, overview, selected, onSelect, onEdit, onClose }: Props) => {
  const { t } = useText();
  const about = [
    unit?.external ? t('people.unit.isExternal') : null,
    unit?.receiver ? t('people.unit.receiverIs', { name: unit.receiver.name }) : null,
    unit?.closedFrom ? t('people.unit.closedFrom', { day: formatDay(unit.closedFrom) }) : null,
  ].filter(Boolean);
  const noHead = (deputies: string[]) =>
    deputies.length > 0 ? t('people.unit.deputyLeads', { name: deputies.join(', ') }) : t('people.unit.nobodyLeads');
  return (
    <Card
      flush
      title={unit?.name ?? t('people.noPosition')}
      aside={
        <Flex gap={1}>
          {onEdit && (
            <Button
              size="S"
              variant="ghost"
              startIcon={<Pencil />}
              onClick={onEdit}
              aria-label={t('people.unit.edit', { name: unit?.name ?? '' })}
            >
              {t('action.edit')}
            </Button>
          )}
          {onClose && (
            <Button
              size="S"
              variant="ghost"
              onClick={onClose}
              aria-label={t('people.unit.closeTitle', { name: unit?.name ?? '' })}
            >
              {t('people.unit.close')}
            </Button>
          )}
        </Flex>
      }
    >
      {about.length > 0 && (
        <Box paddingLeft={4} paddingRight={4} paddingBottom={3}>
          <Typography variant="pi" textColor="neutral600">
            {about.join(' · ')}
          </Typography>
        </Box>
      )}
      {unit && !unit.external && people.length > 0 && !people.some((one) => isHeadOf(one, unit)) && (
        <Box paddingLeft={4} paddingRight={4} paddingBottom={3}>
          <WarnText>{noHead(people.filter((one) => isDeputyOf(one, unit)).map((one) => one.name))}</WarnText>
        </Box>
      )}
      {people.map((person) => (
        <PersonLine
          key={person.id}
          type="button"
          $selected={selected === person.id}
          aria-pressed={selected === person.id}
          onClick={() => onSelect(person.id)}
        >
          <span style={{ flex: '1 1 16rem', minWidth: 0 }}>
            <Typography fontWeight="bold">{person.name}</Typography>
            <Typography variant="pi" textColor="neutral600" tag="span" style={{ display: 'block' }}>
              {titleOf(person, unit) || (person.role ? t(`people.role.${person.role}`) : '')}
            </Typography>
          </span>
          {!person.active && <Mark>{t('people.inactive')}</Mark>}
          {unit && isHeadOf(person, unit) && <Mark tone="good">{t('people.head')}</Mark>}
          {person.absence && <Mark tone="warn">{t('people.awayUntil', { day: formatDay(person.absence.to) })}</Mark>}
          {actingOf(overview, person.id, unit).map((one) => (
            <Mark key={one.id}>{t('people.actsFor', { name: one.holder.name })}</Mark>
          ))}
          {person.openTasks > 0 && (
            <Typography variant="pi" textColor="neutral600">
              {t('people.openTasks', { count: person.openTasks })}
            </Typography>
          )}
        </PersonLine>
      ))}
      {unit && people.length === 0 && (
        <Box paddingLeft={4} paddingRight={4} paddingBottom={3}>
          <Typography variant="pi" textColor="neutral600">
            {t('people.unit.empty')}
          </Typography>
        </Box>
      )}
    </Card>
  );
};

const isHeadOf = ({ active, positions }: PersonRow, unit: UnitView) =>
  active && positions.some((one) => one.unit === unit.code && one.isHead);

/** Who leads a unit as long as it has no head: tenants/load-actor.ts. */
const isDeputyOf = ({ active, positions }: PersonRow, unit: UnitView) =>
  active && positions.some((one) => one.unit === unit.code && one.roles.some(({ code }) => code === 'deputy'));

const titleOf = (person: PersonRow, unit: UnitView | null) =>
  person.positions
    .filter((one) => one.unit === unit?.code)
    .map((one) => one.title)
    .join(', ');

const actingOf = (overview: PeopleOverview, personId: string, unit: UnitView | null): ActingView[] =>
  overview.acting.filter(
    (one) => one.deputy.id === personId && one.state === 'IN_FORCE' && (!unit || one.unit === unit.code),
  );
