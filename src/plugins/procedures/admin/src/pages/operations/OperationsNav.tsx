import { Flex, Link } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';

import { PAGES_ROOT } from '../../text/pluginId';
import { useText } from '../../text/useText';

const PARTS = [
  ['', 'operations.part.health'],
  ['/instances', 'operations.part.instances'],
  ['/heat', 'operations.part.heat'],
] as const;

/** The parts of the page; each has an address of its own. */
export const OperationsNav = () => {
  const { t } = useText();
  return (
    <Flex tag="nav" gap={5} wrap="wrap" paddingBottom={4} aria-label={t('menu.operations')}>
      {PARTS.map(([path, words]) => (
        <Link
          key={path}
          tag={NavLink}
          to={`${PAGES_ROOT}/operations${path}`}
          end
          style={({ isActive }: { isActive: boolean }) =>
            isActive ? { fontWeight: 600, textDecoration: 'underline' } : {}
          }
        >
          {t(words)}
        </Link>
      ))}
    </Flex>
  );
};
