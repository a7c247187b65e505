import { Flex, Typography } from '@strapi/design-system';
import * as React from 'react';

import type { ApproverRules, ApproverSettings } from '../../../../shared/packages-contract';
import { put } from '../../api/send';
import { useResource } from '../../api/useResource';
import { ActDialog } from '../../components/ActDialog';
import { useText } from '../../text/useText';
import { ManyField } from './modeler/ManyField';

/** Who may be the second person for a new version: a decision of the tenant, not of the program. */
export const ApproversDialog = ({ onClose }: { onClose(): void }) => {
  const { t } = useText();
  const { data } = useResource<ApproverSettings>('/publication-approvers');
  const [changed, setChanged] = React.useState<ApproverRules | null>(null);
  if (!data) return null;
  const rules = changed ?? data.rules;
  const led = data.units.filter((unit) => unit.hasHead).map(({ code, name }) => ({ value: code, label: name }));
  const any = rules.units === null;
  return (
    <ActDialog
      title={t('approvers.title')}
      confirm={t('approvers.save')}
      disabled={changed === null}
      onClose={onClose}
      onConfirm={async () => {
        await put('/publication-approvers', { ...rules, version: data.version });
        onClose();
      }}
    >
      <Typography tag="p">{t('approvers.about')}</Typography>
      <Flex tag="label" gap={2}>
        <input
          type="checkbox"
          checked={rules.administrators}
          onChange={(event) => setChanged({ ...rules, administrators: event.target.checked })}
        />
        <Typography>{t('approvers.administrators')}</Typography>
      </Flex>
      <Flex tag="label" gap={2}>
        <input
          type="checkbox"
          checked={any}
          onChange={(event) =>
            setChanged({ ...rules, units: event.target.checked ? null : led.map((unit) => unit.value) })
          }
        />
        <Typography>{t('approvers.anyHead')}</Typography>
      </Flex>
      {!any && (
        <ManyField
          label={t('approvers.units')}
          value={rules.units ?? []}
          choices={led}
          onChange={(units) => setChanged({ ...rules, units })}
        />
      )}
    </ActDialog>
  );
};
