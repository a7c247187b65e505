import { useText } from '../text/useText';
import type { Loss } from './leaving';
import { StayDialog } from './StayDialog';

interface Props {
  loss: Loss;
  onStay(): void;
  onGo(): void;
}

/** The question of whoever holds what would be lost. */
export const LossDialog = ({ loss, onStay, onGo }: Props) => {
  const { t } = useText();
  return (
    <StayDialog
      title={t(loss.title)}
      about={t(loss.about)}
      stay={t(loss.stay)}
      go={t(loss.go)}
      onStay={onStay}
      onGo={onGo}
    />
  );
};
