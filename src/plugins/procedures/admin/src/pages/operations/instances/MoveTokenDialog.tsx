import { Box, Field, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import * as React from 'react';

import type { InstanceToken, TokenMovePreview } from '../../../../../shared/operations-contract';
import { type Problem, readProblem } from '../../../api/problem';
import { post } from '../../../api/send';
import { ProblemSummary } from '../../../components/ProblemSummary';
import { ReasonDialog } from '../../../components/ReasonDialog';
import { WarnText } from '../../../components/WarnText';
import { useText } from '../../../text/useText';

interface Props {
  path: string;
  token: InstanceToken;
  targets: { id: string; title: string }[];
  onClose(): void;
}

/** Another place for one token: what would happen is said as soon as a step is chosen. */
export const MoveTokenDialog = ({ path, token, targets, onClose }: Props) => {
  const { t, pick } = useText();
  const [to, setTo] = React.useState('');
  const [preview, setPreview] = React.useState<TokenMovePreview | null>(null);
  const [problem, setProblem] = React.useState<Problem | null>(null);
  React.useEffect(() => {
    let gone = false;
    setPreview(null);
    setProblem(null);
    if (to === '') return undefined;
    post<TokenMovePreview>(`${path}/tokens/preview`, { token: token.id, to })
      .then((answer) => !gone && setPreview(answer))
      .catch((thrown: unknown) => !gone && setProblem(readProblem(thrown)));
    return () => {
      gone = true;
    };
  }, [path, token.id, to]);
  return (
    <ReasonDialog
      title={t('instances.moveTitle', { title: token.title })}
      about={t('instances.moveAbout')}
      label={t('packages.reason')}
      confirm={t('instances.moveToken')}
      danger
      onClose={onClose}
      onConfirm={async (reason) => {
        await post(`${path}/tokens`, { token: token.id, to, reason });
        onClose();
      }}
    >
      {problem && <ProblemSummary problem={problem} />}
      <Field.Root name="to" required>
        <Field.Label>{t('instances.target')}</Field.Label>
        <SingleSelect
          value={to || null}
          placeholder={t('moving.choose')}
          onChange={(chosen: string | number) => setTo(String(chosen))}
        >
          {targets.map((one) => (
            <SingleSelectOption key={one.id} value={one.id}>
              {one.title}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      {preview && (
        <Box role="status">
          <Typography fontWeight="semiBold" tag="p">
            {t(preview.possible ? 'instances.possible' : 'instances.notPossible')}
          </Typography>
          {preview.reasons.map((reason) => (
            <WarnText key={reason.vi} tag="p">
              {pick(reason)}
            </WarnText>
          ))}
          {preview.possible &&
            preview.effects.map((effect) => (
              <Typography key={effect.vi} tag="p">
                {pick(effect)}
              </Typography>
            ))}
        </Box>
      )}
    </ReasonDialog>
  );
};
