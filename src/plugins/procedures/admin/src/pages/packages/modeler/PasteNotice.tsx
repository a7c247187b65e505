import { Typography } from '@strapi/design-system';

import { useText } from '../../../text/useText';
import type { LeftBehind } from './carrySettings';
import { ToldNotice } from './ToldNotice';

interface Props {
  left: LeftBehind[];
  onClose(): void;
}

/** What pasted steps could not bring into this package, and where it is chosen again. */
export const PasteNotice = ({ left, onClose }: Props) => {
  const { t } = useText();
  return (
    <ToldNotice words={t('modeler.paste.left')} onClose={onClose}>
      {left.map(({ step, kind, name }) => (
        <li key={`${step} ${kind} ${name}`}>
          <Typography textColor="neutral800">
            {t(`modeler.paste.${kind}`, { step: step || t('outline.nameless'), name: name ?? '' })}
          </Typography>
        </li>
      ))}
    </ToldNotice>
  );
};
