import { Box, Button, Flex, Typography } from '@strapi/design-system';
import type Modeler from 'bpmn-js/lib/Modeler';
import * as React from 'react';

import { useText } from '../../../../text/useText';
import { SideSection } from '../../SideSection';
import type { Drawn } from '../drawing';
import { type ElementExpression, expressionsOf } from './expressionsOf';
import { writeExpression } from './writeExpression';

/** Its editor is large, and comes when an expression is opened. */
const ExpressionDialog = React.lazy(async () => ({ default: (await import('./ExpressionDialog')).ExpressionDialog }));

interface Props {
  modeler: Modeler;
  element: Drawn;
  draftId: string;
  /** saves what is drawn: only then does the server know the names at it */
  onFlush(): Promise<void>;
}

/** What of an element is written as an expression, each to be changed and tried. */
export const ElementExpressions = ({ modeler, element, draftId, onFlush }: Props) => {
  const { t } = useText();
  const [open, setOpen] = React.useState<ElementExpression | null>(null);
  const expressions = expressionsOf(element);
  const title = ({ kind, name }: ElementExpression) =>
    t(`expressions.kind.${kind}`, { name: name ?? t('modeler.nameless') });
  if (expressions.length === 0) return null;
  return (
    <SideSection title={t('expressions.title')}>
      <Box tag="ul">
        {expressions.map((one) => (
          <Flex tag="li" key={one.key} gap={2} paddingTop={2} justifyContent="space-between" alignItems="flex-start">
            <Box style={{ minWidth: 0 }}>
              <Typography variant="pi" tag="p" fontWeight="semiBold">
                {title(one)}
              </Typography>
              <Typography variant="pi" tag="code" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
                {one.text || t('expressions.none')}
              </Typography>
            </Box>
            <Button
              size="S"
              variant="tertiary"
              style={{ flex: 'none' }}
              aria-label={t('expressions.openNamed', { name: title(one) })}
              onClick={() => void onFlush().then(() => setOpen(one))}
            >
              {t('expressions.open')}
            </Button>
          </Flex>
        ))}
      </Box>
      {open && (
        <React.Suspense fallback={null}>
          <ExpressionDialog
            draftId={draftId}
            expression={open}
            title={title(open)}
            onClose={() => setOpen(null)}
            onWrite={(text) => {
              writeExpression(modeler, open, text);
              setOpen(null);
            }}
          />
        </React.Suspense>
      )}
    </SideSection>
  );
};
