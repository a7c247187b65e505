import { Box, Typography } from '@strapi/design-system';
import * as React from 'react';

import type { NewerVersion } from '../../../../../shared/packages-contract';
import { post } from '../../../api/send';
import { useResource } from '../../../api/useResource';
import { ActDialog } from '../../../components/ActDialog';
import { Choice } from '../../../components/Choice';
import { ErrorState } from '../../../components/ErrorState';
import { Skeleton } from '../../../components/Skeleton';
import { useText } from '../../../text/useText';

interface Props {
  draftId: string;
  onClose(): void;
  onTaken(): Promise<void>;
}

type Whose = 'MINE' | 'NEWER';

/** What the newer version changed, and of each file that both changed, whose stays. */
export const TakeNewerDialog = ({ draftId, onClose, onTaken }: Props) => {
  const { t } = useText();
  const path = `/drafts/${draftId}/newer`;
  const { data, problem, reload } = useResource<NewerVersion>(path);
  const [choices, setChoices] = React.useState<Record<string, Whose>>({});
  const both = data?.files.filter((one) => one.how === 'BOTH') ?? [];
  const version = data?.version ?? '';
  return (
    <ActDialog
      title={t('packages.newer.title')}
      confirm={t('packages.newer.confirm')}
      disabled={!data || both.some((one) => !choices[one.path])}
      onClose={onClose}
      onConfirm={async () => {
        await post(path, { version, choices });
        await onTaken();
      }}
    >
      <Typography tag="p">{t('packages.newer.about', { version })}</Typography>
      {!data && (problem ? <ErrorState problem={problem} onRetry={reload} /> : <Skeleton rows={3} />)}
      {data?.files.length === 0 && <Typography tag="p">{t('packages.newer.nothing')}</Typography>}
      <ul>
        {data?.files
          .filter((one) => one.how !== 'BOTH')
          .map((one) => (
            <li key={one.path}>
              <Typography>
                {one.path}: {t(`packages.newer.${one.how}`)}
              </Typography>
            </li>
          ))}
      </ul>
      {both.map((one) => (
        <Box key={one.path}>
          <Typography tag="p" paddingBottom={1}>
            {one.path}: {t('packages.newer.BOTH')}
          </Typography>
          <Choice
            label={t('packages.newer.whose', { path: one.path })}
            any={t('packages.choose')}
            value={choices[one.path] ?? ''}
            choices={[
              ['MINE', t('packages.newer.mine')],
              ['NEWER', t('packages.newer.theirs', { version })],
            ]}
            onChange={(whose) => {
              const { [one.path]: _, ...others } = choices;
              setChoices(whose ? { ...others, [one.path]: whose as Whose } : others);
            }}
          />
        </Box>
      ))}
    </ActDialog>
  );
};
