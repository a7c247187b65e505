import { MenuItem, SimpleMenu } from '@strapi/design-system';

import type { CaseOffer } from '../../../../shared/contracts';
import { useText } from '../../text/useText';

interface Props {
  offers: CaseOffer[];
  onPick(offer: CaseOffer): void;
}

/** What may be recorded at this point of the case; nothing is offered that the position does not allow. */
export const OffersMenu = ({ offers, onPick }: Props) => {
  const { t, pick } = useText();
  if (offers.length === 0) return null;
  return (
    <SimpleMenu label={t('event.record')} variant="default" size="S">
      {offers.map((offer) => (
        <MenuItem key={offer.code} onSelect={() => onPick(offer)}>
          {pick(offer.title)}
        </MenuItem>
      ))}
    </SimpleMenu>
  );
};
