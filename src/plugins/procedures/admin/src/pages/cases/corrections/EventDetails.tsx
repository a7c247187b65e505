import { Typography } from '@strapi/design-system';

import type { EventDetail } from '../../../../../shared/corrections-contract';
import { useText } from '../../../text/useText';
import { useFieldText } from '../useFieldText';

/** What the paper of an event says, in one line a field. */
export const EventDetails = ({ details }: { details: readonly EventDetail[] }) => {
  const { pick } = useText();
  const text = useFieldText();
  return details.map(({ label, value, type }) => (
    <Typography key={pick(label)} variant="pi" tag="p" style={{ overflowWrap: 'anywhere' }}>
      <Typography variant="pi" textColor="neutral600">
        {pick(label)}:
      </Typography>{' '}
      {text(value, type)}
    </Typography>
  ));
};
