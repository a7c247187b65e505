import { Box, Checkbox, Flex, Typography } from '@strapi/design-system';
import { CheckCircle, WarningCircle } from '@strapi/icons';

import type { MovableCase, MoveStep } from '../../../../../shared/moving-contract';
import { Mark } from '../../../components/Mark';
import { WarnText } from '../../../components/WarnText';
import { useText } from '../../../text/useText';
import { MoveTable } from './MoveTable';

interface Props {
  cases: MovableCase[];
  chosen: ReadonlySet<string>;
  onChange(chosen: Set<string>): void;
}

/** Each case with where it stands, where it would stand, and why not. */
export const MoveCases = ({ cases, chosen, onChange }: Props) => {
  const { t } = useText();
  const movable = cases.filter((one) => one.movable).map((one) => one.id);
  const inAll = movable.filter((id) => chosen.has(id)).length;
  const change = (ids: string[], isChosen: boolean) => {
    const next = new Set(chosen);
    for (const id of ids) isChosen ? next.add(id) : next.delete(id);
    onChange(next);
  };
  const all = inAll > 0 && inAll === movable.length;
  return (
    <MoveTable>
      <thead>
        <tr>
          <th>
            <Checkbox
              aria-label={t('moving.chooseAll')}
              disabled={movable.length === 0}
              checked={inAll > 0 && !all ? 'indeterminate' : all}
              onCheckedChange={() => change(movable, !all)}
            />
          </th>
          <th>{t('moving.case')}</th>
          <th>{t('moving.from')}</th>
          <th>{t('moving.to')}</th>
          <th>{t('moving.result')}</th>
        </tr>
      </thead>
      <tbody>
        {cases.map((one) => {
          const name = one.bookNo ?? t('moving.noNumber');
          return (
            <tr key={one.id}>
              <td>
                <Checkbox
                  aria-label={t('moving.chooseCase', { name })}
                  disabled={!one.movable}
                  checked={chosen.has(one.id)}
                  onCheckedChange={(checked: boolean | 'indeterminate') => change([one.id], checked === true)}
                />
              </td>
              <td>
                <Typography fontWeight="semiBold" tag="p">
                  {name}
                </Typography>
                <Typography variant="pi" textColor="neutral600" tag="p">
                  {one.unitName} · {one.version}
                </Typography>
              </td>
              <td data-label={t('moving.from')}>
                {one.steps.map((step, n) => (
                  <p key={`${step.elementId} ${n}`}>{step.title}</p>
                ))}
              </td>
              <td data-label={t('moving.to')}>
                <Targets steps={one.steps} />
              </td>
              <td>
                <Flex gap={2} alignItems="center">
                  {one.movable ? (
                    <CheckCircle aria-hidden fill="success600" />
                  ) : (
                    <WarningCircle aria-hidden fill="warning600" />
                  )}
                  <Typography fontWeight="semiBold">{t(one.movable ? 'moving.can' : 'moving.cannot')}</Typography>
                </Flex>
                <Told reasons={[...one.reasons, ...one.warnings]} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </MoveTable>
  );
};

/** Mostly everything stays where it is: said once. */
const Targets = ({ steps }: { steps: MoveStep[] }) => {
  const { t } = useText();
  const isSame = (step: MoveStep) => step.to?.elementId === step.elementId;
  if (steps.every((step) => isSame(step) && !step.formChanged)) return <p>{t('moving.same')}</p>;
  return (
    <>
      {steps.map((step, n) => (
        <Box tag="p" key={`${step.elementId} ${n}`}>
          {isSame(step) ? t('moving.same') : (step.to?.title ?? '—')}{' '}
          {step.formChanged && <Mark>{t('moving.formChanged')}</Mark>}
        </Box>
      ))}
    </>
  );
};

const Told = ({ reasons }: { reasons: MovableCase['reasons'] }) => {
  const { pick } = useText();
  return (
    <>
      {reasons.map((reason) => (
        <WarnText key={reason.vi} variant="pi" tag="p">
          {pick(reason)}
        </WarnText>
      ))}
    </>
  );
};
