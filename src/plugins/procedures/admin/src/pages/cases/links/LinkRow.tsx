import { Box, Button, Flex, Link, Typography } from '@strapi/design-system';
import { Link as RouterLink } from 'react-router-dom';

import type { CaseLinkView } from '../../../../../shared/case-links-contract';
import { Mark } from '../../../components/Mark';
import { PAGES_ROOT } from '../../../text/pluginId';
import { type TextKey, useText } from '../../../text/useText';
import { formatInstant } from '../../../time/instants';

type Act = 'end' | 'approve' | 'refuse' | 'takeBack' | 'undo';

interface Props {
  link: CaseLinkView;
  onAct(act: Act): void;
  /** absent: there is nothing to put back */
  onMergeBack?(): void;
}

/** One link: what it says, of which case, who said so when and why, and what may be done about it. */
export const LinkRow = ({ link, onAct, onMergeBack }: Props) => {
  const { t, pick } = useText();
  const { other, permissions } = link;
  const isOver = link.state === 'ENDED' || link.state === 'REFUSED';
  const isTakenBack = link.state === 'REFUSED' && link.by !== null && link.ended?.by?.id === link.by.id;
  const state = isTakenBack ? 'TAKEN_BACK' : link.state;
  const name = [other.bookNo ?? t('links.noNumber'), other.title].filter(Boolean).join(' – ');
  const tone =
    link.state === 'IN_FORCE' ? 'good' : link.state === 'ASKED' || link.state === 'PENDING' ? 'warn' : 'plain';
  const acts: [Act, boolean][] = [
    ['approve', permissions.approve],
    ['refuse', permissions.approve],
    ['takeBack', permissions.takeBack],
    ['undo', permissions.undo],
    ['end', permissions.end],
  ];
  return (
    <Box tag="li" paddingTop={3} paddingBottom={3} borderColor="neutral150" borderStyle="solid" borderWidth="1px 0 0 0">
      <Flex gap={3} wrap="wrap" justifyContent="space-between" alignItems="flex-start">
        <Box style={{ flex: '1 1 28rem', minWidth: 0 }}>
          <Flex gap={2} wrap="wrap" alignItems="baseline">
            <Typography fontWeight="bold">{t(`links.kind.${link.kind}.${link.direction}` as TextKey)}</Typography>
            <Mark tone={tone}>{t(`links.state.${state}`)}</Mark>
          </Flex>
          <Typography tag="p" style={{ overflowWrap: 'anywhere', textDecoration: isOver ? 'line-through' : undefined }}>
            {other.mayOpen ? (
              <Link tag={RouterLink} to={`${PAGES_ROOT}/cases/${other.id}`}>
                {name}
              </Link>
            ) : (
              name
            )}
          </Typography>
          <Typography variant="pi" textColor="neutral600" tag="p">
            {[pick(other.stateTitle), other.handlingUnitName, other.receivedAt && formatInstant(other.receivedAt)]
              .filter(Boolean)
              .join(' · ')}
          </Typography>
          {link.reason && (
            <Typography tag="p" style={{ overflowWrap: 'anywhere' }}>
              {link.reason}
            </Typography>
          )}
          <Typography variant="pi" textColor="neutral600" tag="p">
            {[
              link.by?.name,
              formatInstant(link.at),
              link.approvedBy && t('links.approvedBy', { name: link.approvedBy.name }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Typography>
          {link.ended && (
            <Typography variant="pi" textColor="neutral600" tag="p">
              {t('links.ended', { at: formatInstant(link.ended.at), name: link.ended.by?.name ?? '–' })}
              {link.ended.reason ? `: ${link.ended.reason}` : ''}
            </Typography>
          )}
        </Box>
        <Flex gap={2} wrap="wrap">
          {onMergeBack && (
            <Button size="S" variant="tertiary" onClick={onMergeBack}>
              {t('links.mergeBack')}
            </Button>
          )}
          {acts.map(([act, may]) =>
            may ? (
              <Button
                key={act}
                size="S"
                variant={act === 'approve' ? 'default' : 'tertiary'}
                onClick={() => onAct(act)}
              >
                {t(`links.${act}`)}
              </Button>
            ) : null,
          )}
        </Flex>
      </Flex>
    </Box>
  );
};
