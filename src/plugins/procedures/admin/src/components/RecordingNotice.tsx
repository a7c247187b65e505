import { Flex, Loader, Typography } from '@strapi/design-system';

import type { RecordingPhase } from '../api/useRecording';
import { useText } from '../text/useText';

/** Says "đang ghi" to eyes and ears; the region is always there so that its change is announced. */
export const RecordingNotice = ({ phase }: { phase: RecordingPhase }) => {
  const { t } = useText();
  const shown = phase === 'sending' || phase === 'recording' || phase === 'slow';
  return (
    <Flex gap={2} role="status" aria-live="polite" style={{ minHeight: shown ? '2.4rem' : 0 }}>
      {shown && (
        <>
          <Loader small>{t('state.recording')}</Loader>
          <Typography variant="pi">{t(phase === 'slow' ? 'state.recordingSlow' : 'state.recording')}</Typography>
        </>
      )}
    </Flex>
  );
};
