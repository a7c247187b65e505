import { Box, Typography } from '@strapi/design-system';
import type Modeler from 'bpmn-js/lib/Modeler';
import * as React from 'react';

import { useText } from '../../../text/useText';
import { ExpertFrame } from './ExpertFrame';
import type { FieldExpression } from './expressions/tryModule';

/** Its editor is large, and comes when an expression is tried. */
const ExpressionDialog = React.lazy(async () => ({
  default: (await import('./expressions/ExpressionDialog')).ExpressionDialog,
}));

interface Props {
  modeler: Modeler | null;
  draftId: string;
  /** saves what is drawn: only then does the server know the names at an element */
  onFlush(): Promise<void>;
}

/** Every property of the chosen element. It is twice as large as the modeler itself, so it comes when it is first unfolded. */
export const ExpertPanel = ({ modeler, draftId, onFlush }: Props) => {
  const words = useText();
  const { t } = words;
  const [tried, setTried] = React.useState<FieldExpression | null>(null);
  const onTry = (expression: FieldExpression) => void onFlush().then(() => setTried(expression));
  const given = React.useRef({ words, draftId, onFlush, onTry });
  given.current = { words, draftId, onFlush, onTry };
  const panel = React.useRef<HTMLDivElement>(null);
  const [wasOpened, setOpened] = React.useState(false);
  React.useEffect(() => {
    if (!wasOpened || !modeler) return undefined;
    let gone = false;
    import('./attachExpertPanel')
      .then(({ attachExpertPanel }) => {
        if (!gone && panel.current) attachExpertPanel(modeler, panel.current, given.current);
      })
      // Not reached now: unfolding it again tries again.
      .catch(() => !gone && setOpened(false));
    return () => {
      gone = true;
    };
  }, [wasOpened, modeler]);
  return (
    <>
      <Box
        tag="details"
        style={{ flex: 'none' }}
        onToggle={(event: React.SyntheticEvent<HTMLDetailsElement>) => event.currentTarget.open && setOpened(true)}
      >
        <Typography tag="summary" variant="sigma" textColor="neutral600" style={{ cursor: 'pointer' }}>
          {t('modeler.expertPanel')}
        </Typography>
        <ExpertFrame ref={panel} />
      </Box>
      {tried && (
        <React.Suspense fallback={null}>
          <ExpressionDialog
            draftId={draftId}
            expression={tried}
            title={tried.title}
            onClose={() => setTried(null)}
            onWrite={(text) => {
              tried.write(text);
              setTried(null);
            }}
          />
        </React.Suspense>
      )}
    </>
  );
};
