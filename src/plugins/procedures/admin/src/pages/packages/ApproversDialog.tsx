import { Flex, Modal, Typography } from '@strapi/design-system';
import * as React from 'react';

import type { ApproverRules, ApproverSettings } from '../../../../shared/packages-contract';
import { put } from '../../api/send';
import { useResource } from '../../api/useResource';
import { ActDialog } from '../../components/ActDialog';
import { ErrorState } from '../../components/ErrorState';
import { OpenModal } from '../../components/OpenModal';
import { useText } from '../../text/useText';
import { ManyField } from './modeler/ManyField';

/** Who may be the second person for a new version: a decision of the tenant, not of the program. */
export const ApproversDialog = ({ onClose }: { onClose(): void }) => {
  const { t } = useText();
  const { data, problem, reload } = useResource<ApproverSettings>('/publication-approvers');
  const [changed, setChanged] = React.useState<ApproverRules | null>(null);
  if (!data)
    return problem ? (
      <OpenModal onClose={onClose}>
        <Modal.Content>
          <Modal.Header closeLabel={t('action.close')}>
            <Modal.Title>{t('approvers.title')}</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            <ErrorState problem={problem} onRetry={reload} />
          </Modal.Body>
        </Modal.Content>
      </OpenModal>
    ) : null;
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
