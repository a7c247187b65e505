import { Box, Button, Flex, IconButton, Typography } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import * as React from 'react';

import type { ActingView, PeopleOverview, PersonDetail, PersonRow } from '../../../../shared/people-contract';
import { useResource } from '../../api/useResource';
import { Card } from '../../components/Card';
import { ErrorState } from '../../components/ErrorState';
import { Mark } from '../../components/Mark';
import { Skeleton } from '../../components/Skeleton';
import { useText } from '../../text/useText';
import { formatDay, formatInstant } from '../../time/instants';
import { AbsenceDialog } from './AbsenceDialog';
import { ActingDialog } from './ActingDialog';
import { HandOverDialog } from './HandOverDialog';
import { History } from './History';
import { PortalCodeDialog } from './PortalCodeDialog';
import { PositionDialog } from './PositionDialog';
import { type ReasonAct, ReasonDialog } from './ReasonDialog';

interface Props {
  id: string;
  overview: PeopleOverview;
  onClose(): void;
  onChanged(): void;
}

type Open = 'absence' | 'portal' | 'acting' | 'position' | 'handOver' | ReasonAct | null;

export const PersonPanel = ({ id, overview, onClose, onChanged }: Props) => {
  const { t } = useText();
  const { data, problem, reload } = useResource<PersonDetail>(`/people/${id}`);
  const [open, setOpen] = React.useState<Open>(null);
  const done = React.useCallback(() => {
    setOpen(null);
    reload();
    onChanged();
  }, [reload, onChanged]);
  const close = () => setOpen(null);
  if (problem) return <ErrorState problem={problem} onRetry={reload} />;
  if (!data) return <Skeleton rows={6} />;
  const { person, permissions } = data;
  const row = overview.people.find((one) => one.id === id);
  const mayAppoint =
    person.active && (row?.positions.some((one) => overview.permissions.appoints.includes(one.unit)) ?? false);
  const colleagues = overview.people.filter((one) => one.id !== id && one.active && one.role === 'staff');
  return (
    <Flex tag="section" aria-label={person.name} direction="column" alignItems="stretch" gap={4}>
      <Flex justifyContent="space-between" alignItems="flex-start" gap={2}>
        <Box style={{ minWidth: 0 }}>
          <Typography variant="beta" tag="h2" style={{ overflowWrap: 'anywhere' }}>
            {person.name}
          </Typography>
          <Typography variant="pi" textColor="neutral600">
            {[
              person.role ? t(`people.role.${person.role}`) : null,
              person.active ? null : t('people.inactiveSince', { day: formatDay(person.deactivatedAt) }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Typography>
        </Box>
        <IconButton label={t('action.close')} onClick={onClose} variant="ghost">
          <Cross />
        </IconButton>
      </Flex>
      <Flex gap={2} wrap="wrap">
        {permissions.handOver && (row?.openTasks ?? 0) > 0 && (
          <Button size="S" onClick={() => setOpen('handOver')}>
            {t('people.handOver.open', { count: row?.openTasks ?? 0 })}
          </Button>
        )}
        {permissions.absence && (
          <Button size="S" variant="secondary" onClick={() => setOpen('absence')}>
            {t('people.absence.open')}
          </Button>
        )}
        {mayAppoint && (
          <Button size="S" variant="secondary" onClick={() => setOpen('acting')}>
            {t('people.acting.open')}
          </Button>
        )}
        {permissions.givePosition && (
          <Button size="S" variant="secondary" onClick={() => setOpen('position')}>
            {t('people.position.open')}
          </Button>
        )}
        {permissions.write && person.role === 'portal' && (
          <Button size="S" variant="secondary" onClick={() => setOpen('portal')}>
            {t('people.portal.renew')}
          </Button>
        )}
        {permissions.write && (
          <Button
            size="S"
            variant="danger-light"
            onClick={() =>
              setOpen({
                title: t('people.deactivate.title', { name: person.name }),
                hint: t('people.deactivate.hint'),
                save: t('people.deactivate.save'),
                path: `/people/${id}/deactivate`,
                receivers: colleagues,
              })
            }
          >
            {t('people.deactivate.open')}
          </Button>
        )}
      </Flex>

      <Card title={t('people.positions')}>
        {data.positions.length === 0 && <Typography textColor="neutral600">{t('people.noPositions')}</Typography>}
        {data.positions.map((position) => (
          <Entry
            key={position.id}
            title={`${position.title} · ${position.unitName}`}
            about={period(position.from, position.to, t('people.now'))}
            words={position.roles.map((role) => role.title)}
            mark={position.isHead ? t('people.head') : null}
            action={
              permissions.write && (!position.to || Date.parse(position.to) > Date.now())
                ? {
                    label: t('people.position.end'),
                    run: () =>
                      setOpen({
                        title: t('people.position.endTitle', { title: position.title }),
                        hint: t('people.position.endHint'),
                        save: t('people.position.end'),
                        path: `/positions/${position.id}/end`,
                        at: 'at',
                      }),
                  }
                : null
            }
          />
        ))}
      </Card>

      {data.absences.length > 0 && (
        <Card title={t('people.absences')}>
          {data.absences.map((absence) => (
            <Entry
              key={absence.id}
              title={absence.kind ?? t('people.away')}
              about={`${formatInstant(absence.from)} – ${formatInstant(absence.to)}`}
              note={absence.note}
              action={
                permissions.absence && Date.parse(absence.to) > Date.now()
                  ? {
                      label: t('people.absence.cancel'),
                      run: () =>
                        setOpen({
                          title: t('people.absence.cancelTitle'),
                          save: t('people.absence.cancel'),
                          path: `/absences/${absence.id}/cancel`,
                        }),
                    }
                  : null
              }
            />
          ))}
        </Card>
      )}

      {data.acting.length > 0 && (
        <Card title={t('people.acting.list')}>
          {data.acting.map((one) => (
            <Appointment
              key={one.id}
              appointment={one}
              onRevoke={() =>
                setOpen({
                  title: t('people.acting.revokeTitle', { name: one.deputy.name }),
                  hint: t('people.acting.revokeHint'),
                  save: t('people.acting.revoke'),
                  path: `/acting/${one.id}/revoke`,
                })
              }
            />
          ))}
        </Card>
      )}

      {data.history.length > 0 && <History changes={data.history} />}

      {open === 'absence' && <AbsenceDialog person={person} overview={overview} onClose={close} onDone={done} />}
      {open === 'acting' && row && (
        <ActingDialog person={row as PersonRow} overview={overview} onClose={close} onDone={done} />
      )}
      {open === 'position' && <PositionDialog person={person} overview={overview} onClose={close} onDone={done} />}
      {open === 'handOver' && <HandOverDialog person={person} onClose={close} onDone={done} />}
      {open === 'portal' && <PortalCodeDialog person={person} onClose={close} onDone={done} />}
      {open && typeof open === 'object' && <ReasonDialog act={open} onClose={close} onDone={done} />}
    </Flex>
  );
};

const period = (from: string, to: string | null, now: string) => `${formatDay(from)} – ${to ? formatDay(to) : now}`;

interface EntryProps {
  title: string;
  about: string;
  words?: { vi: string; en: string }[];
  note?: string | null;
  mark?: string | null;
  action?: { label: string; run(): void } | null;
}

const Entry = ({ title, about, words = [], note, mark, action }: EntryProps) => {
  const { pick } = useText();
  return (
    <Flex justifyContent="space-between" alignItems="flex-start" gap={2} paddingTop={1} paddingBottom={2}>
      <Box style={{ minWidth: 0 }}>
        <Flex gap={2} wrap="wrap">
          <Typography fontWeight="semiBold">{title}</Typography>
          {mark && <Mark tone="good">{mark}</Mark>}
        </Flex>
        <Typography variant="pi" textColor="neutral600" tag="p">
          {[about, ...words.map(pick)].join(' · ')}
        </Typography>
        {note && (
          <Typography variant="pi" tag="p">
            {note}
          </Typography>
        )}
      </Box>
      {action && (
        <Button size="S" variant="ghost" onClick={action.run} aria-label={`${action.label}: ${title}`}>
          {action.label}
        </Button>
      )}
    </Flex>
  );
};

const Appointment = ({ appointment, onRevoke }: { appointment: ActingView; onRevoke(): void }) => {
  const { t, pick } = useText();
  const scope = [...(appointment.groups ?? []), ...(appointment.packages ?? [])].map(pick);
  return (
    <Box paddingTop={1} paddingBottom={2}>
      <Entry
        title={t('people.acting.who', { deputy: appointment.deputy.name, holder: appointment.holder.name })}
        about={[
          `${formatInstant(appointment.from)} – ${formatInstant(appointment.to)}`,
          t(`people.acting.state.${appointment.state}`),
          appointment.form,
        ].join(' · ')}
        note={[
          appointment.documentNo,
          appointment.legalBasis,
          scope.length > 0 ? scope.join(', ') : t('people.acting.all'),
          appointment.revokeReason,
        ]
          .filter(Boolean)
          .join(' · ')}
        action={appointment.permissions.revoke ? { label: t('people.acting.revoke'), run: onRevoke } : null}
      />
      <Typography variant="pi" textColor="neutral600" tag="p">
        {t('people.acting.signs', { lines: appointment.signature.join(' / ') })}
      </Typography>
    </Box>
  );
};
