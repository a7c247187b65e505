import { Box, Button, Checkbox, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import * as React from 'react';

import type { MovePreview } from '../../../../../shared/moving-contract';
import { post } from '../../../api/send';
import { Card } from '../../../components/Card';
import { Choice } from '../../../components/Choice';
import { Empty } from '../../../components/Empty';
import { ProblemSummary } from '../../../components/ProblemSummary';
import { ReasonDialog } from '../../../components/ReasonDialog';
import { useUrlState } from '../../../components/useUrlState';
import { useText } from '../../../text/useText';
import { choicesOf, filterCases } from './filterCases';
import { GoneElements } from './GoneElements';
import { MoveCases } from './MoveCases';
import type { Preview } from './usePreview';

interface Props {
  preview: Preview;
  data: MovePreview;
  onStarted(): void;
}

/** What the dry run says, and the choice of what is moved. */
export const DryRun = ({ preview, data, onStarted }: Props) => {
  const { t, pick } = useText();
  const url = useUrlState();
  const [chosen, setChosen] = React.useState<ReadonlySet<string>>(new Set());
  const [withRestricted, setWithRestricted] = React.useState(false);
  const [recompute, setRecompute] = React.useState(false);
  const [asking, setAsking] = React.useState(false);
  const { cases, restricted, changedRules } = data;
  const shown = filterCases(cases, url.get('show'), url.get('unit'), url.get('step'));
  const can = cases.filter((one) => one.movable);
  // What was chosen and cannot be moved any more is not moved.
  const ids = can.filter((one) => chosen.has(one.id)).map((one) => one.id);
  const count = ids.length + (withRestricted ? restricted.movable : 0);

  const move = async (reason: string) => {
    await post(`/packages/${data.packageId}/moves`, {
      caseIds: ids,
      restricted: withRestricted,
      mapping: preview.mapping,
      recompute,
      reason,
    });
    setAsking(false);
    setChosen(new Set());
    setWithRestricted(false);
    onStarted();
  };
  return (
    <>
      {preview.problem && <ProblemSummary problem={preview.problem} />}
      {data.gone.length > 0 && <GoneElements gone={data.gone} mapping={preview.mapping} onChoose={preview.choose} />}
      <Card title={t('moving.dryRun', { count: cases.length })} flush>
        <Flex gap={3} wrap="wrap" paddingLeft={4} paddingRight={4} paddingBottom={3}>
          <SingleSelect
            aria-label={t('moving.show')}
            value={url.get('show') || 'all'}
            onChange={(value: string | number) => url.set({ show: value === 'all' ? null : String(value) })}
          >
            <SingleSelectOption value="all">{t('moving.show.all', { count: cases.length })}</SingleSelectOption>
            <SingleSelectOption value="can">{t('moving.show.can', { count: can.length })}</SingleSelectOption>
            <SingleSelectOption value="cannot">
              {t('moving.show.cannot', { count: cases.length - can.length })}
            </SingleSelectOption>
          </SingleSelect>
          <Choice
            label={t('moving.unit')}
            any={t('moving.anyUnit')}
            value={url.get('unit')}
            choices={choicesOf(cases.map((one) => [one.unit, one.unitName]))}
            onChange={(unit) => url.set({ unit })}
          />
          <Choice
            label={t('moving.step')}
            any={t('moving.anyStep')}
            value={url.get('step')}
            choices={choicesOf(
              cases.flatMap((one) => one.steps.map((step): [string, string] => [step.elementId, step.title])),
            )}
            onChange={(step) => url.set({ step })}
          />
        </Flex>
        {shown.length === 0 ? (
          <Empty title={t(cases.length === 0 ? 'moving.onlyRestricted' : 'moving.noMatch')} />
        ) : (
          <MoveCases cases={shown} chosen={chosen} onChange={setChosen} />
        )}
        <Flex direction="column" alignItems="flex-start" gap={3} padding={4}>
          {restricted.movable + restricted.others > 0 && (
            <Typography textColor="neutral600">
              {t('moving.restricted', { count: restricted.movable + restricted.others, ...restricted })}
            </Typography>
          )}
          {restricted.movable > 0 && (
            <Checkbox
              checked={withRestricted}
              onCheckedChange={(checked: boolean | 'indeterminate') => setWithRestricted(checked === true)}
            >
              {t('moving.withRestricted', { count: restricted.movable })}
            </Checkbox>
          )}
          {changedRules.length > 0 && (
            <Box>
              <Typography tag="p">
                {t('moving.rules', {
                  rules: changedRules.map((rule) => pick(rule.title)).join(', '),
                  count: changedRules.reduce((sum, rule) => sum + rule.terms, 0),
                })}
              </Typography>
              <Checkbox
                checked={recompute}
                onCheckedChange={(checked: boolean | 'indeterminate') => setRecompute(checked === true)}
              >
                {t('moving.recompute')}
              </Checkbox>
            </Box>
          )}
          <Flex gap={3} alignItems="center" wrap="wrap">
            <Button disabled={count === 0} onClick={() => setAsking(true)}>
              {t('moving.move', { count })}
            </Button>
            <Typography textColor="neutral600" role="status">
              {t('moving.chosen', { count })}
            </Typography>
          </Flex>
        </Flex>
      </Card>
      {asking && (
        <ReasonDialog
          title={t('moving.move', { count })}
          about={t('moving.moveAbout', { version: data.version })}
          label={t('moving.reason')}
          confirm={t('moving.move', { count })}
          onClose={() => setAsking(false)}
          onConfirm={move}
        />
      )}
    </>
  );
};
