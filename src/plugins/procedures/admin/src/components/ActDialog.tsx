import { Button, Flex, Modal } from '@strapi/design-system';
import * as React from 'react';
import { type Problem, readProblem } from '../api/problem';
import { useText } from '../text/useText';
import { OpenModal } from './OpenModal';
import { ProblemSummary } from './ProblemSummary';

interface Props {
  title: string;
  confirm: string;
  disabled?: boolean;
  danger?: boolean;
  /** given the server's word on a field, if it has said one */
  children: React.ReactNode | ((errorOf: (path: string) => string | undefined) => React.ReactNode);
  onClose(): void;
  /** resolves when it is done, or false when nothing was sent since something is missing; what it throws is shown */
  // biome-ignore lint/suspicious/noConfusingVoidType: most acts have nothing to say when they are done
  onConfirm(): Promise<void | false>;
}

/** A list to choose from says that it is invalid only by what describes it. */
const INVALID = '[aria-invalid="true"], [role="combobox"][aria-describedby$="-error"]';

/** A dialog with fields of its own and one act; what was typed stays when the server refuses. */
export const ActDialog = ({
  title,
  confirm,
  disabled = false,
  danger = false,
  children,
  onClose,
  onConfirm,
}: Props) => {
  const { t, pick } = useText();
  const [busy, setBusy] = React.useState(false);
  const [problem, setProblem] = React.useState<Problem | null>(null);
  const [rounds, setRounds] = React.useState(0);
  const body = React.useRef<HTMLDivElement>(null);
  // What is missing may stand out of sight in a long dialog: the first of it takes the focus.
  React.useEffect(() => {
    if (rounds > 0) body.current?.querySelector<HTMLElement>(INVALID)?.focus();
  }, [rounds]);
  const errorOf = (path: string) => pick(problem?.problems.find((one) => one.path === path)) || undefined;
  const run = async () => {
    setBusy(true);
    setProblem(null);
    try {
      if ((await onConfirm()) !== false) return;
      setBusy(false);
      setRounds((last) => last + 1);
    } catch (thrown) {
      setProblem(readProblem(thrown));
      setBusy(false);
    }
  };
  return (
    <OpenModal onClose={busy ? undefined : onClose}>
      <Modal.Content>
        <Modal.Header closeLabel={t('action.close')}>
          <Modal.Title>{title}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          {problem && <ProblemSummary problem={problem} />}
          <Flex ref={body} direction="column" alignItems="stretch" gap={4}>
            {typeof children === 'function' ? children(errorOf) : children}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" disabled={busy} onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button variant={danger ? 'danger' : 'default'} loading={busy} disabled={disabled} onClick={() => void run()}>
            {confirm}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </OpenModal>
  );
};
