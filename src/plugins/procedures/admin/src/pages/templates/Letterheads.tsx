import { Box, Button, Field, Flex, Modal, TextInput, Typography } from '@strapi/design-system';
import * as React from 'react';

import type { Letterhead } from '../../../../shared/documents-contract';
import { type Problem, readProblem } from '../../api/problem';
import { put } from '../../api/send';
import { Card } from '../../components/Card';
import { Mark } from '../../components/Mark';
import { ProblemSummary } from '../../components/ProblemSummary';
import { useText } from '../../text/useText';
import { DocumentFrame, DocumentLine } from '../documents/DocumentFrame';

const FIELDS = ['superior', 'issuer', 'place', 'symbol'] as const;

/** What stands at the head of each unit's documents. */
export const Letterheads = ({ letterheads, onChanged }: { letterheads: Letterhead[]; onChanged(): void }) => {
  const { t } = useText();
  const [editing, setEditing] = React.useState<Letterhead | null>(null);
  return (
    <Card title={t('templates.tab.heads')} flush>
      <DocumentFrame>
        {letterheads.map((one) => (
          <DocumentLine key={one.unit} aria-label={one.unitName}>
            <Box style={{ minWidth: 0 }}>
              <Flex gap={2} wrap="wrap">
                <Typography fontWeight="bold" tag="h3">
                  {one.unitName}
                </Typography>
                {one.assumed && <Mark tone="warn">{t('templates.assumed')}</Mark>}
              </Flex>
              <Typography variant="pi" textColor="neutral600" tag="p">
                {[one.superior, one.issuer, one.place, one.symbol].filter(Boolean).join(' · ')}
              </Typography>
            </Box>
            <Button
              size="S"
              variant="tertiary"
              aria-label={t('templates.editHead', { unit: one.unitName })}
              onClick={() => setEditing(one)}
            >
              {t('action.edit')}
            </Button>
          </DocumentLine>
        ))}
      </DocumentFrame>
      {editing && (
        <LetterheadDialog
          key={editing.unit}
          letterhead={editing}
          onClose={() => setEditing(null)}
          onSaved={() => {
            setEditing(null);
            onChanged();
          }}
        />
      )}
    </Card>
  );
};

interface DialogProps {
  letterhead: Letterhead;
  onClose(): void;
  onSaved(): void;
}

const LetterheadDialog = ({ letterhead, onClose, onSaved }: DialogProps) => {
  const { t, pick } = useText();
  const [values, setValues] = React.useState(letterhead);
  const [busy, setBusy] = React.useState(false);
  const [problem, setProblem] = React.useState<Problem | null>(null);
  const save = async () => {
    setBusy(true);
    try {
      const { superior, issuer, place, symbol } = values;
      await put(`/letterheads/${letterhead.unit}`, { superior, issuer, place, symbol });
      onSaved();
    } catch (thrown) {
      setProblem(readProblem(thrown));
      setBusy(false);
    }
  };
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={t('action.close')}>
          <Modal.Title>{t('templates.editHead', { unit: letterhead.unitName })}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          {problem && <ProblemSummary problem={problem} />}
          <Flex direction="column" alignItems="stretch" gap={4}>
            {FIELDS.map((name) => {
              const wrong = problem?.problems.find((one) => one.path === name);
              return (
                <Field.Root
                  key={name}
                  name={name}
                  required={name !== 'superior'}
                  error={wrong ? pick(wrong) : undefined}
                  hint={t(`templates.head.${name}Hint`)}
                >
                  <Field.Label>{t(`templates.head.${name}`)}</Field.Label>
                  <TextInput
                    value={values[name]}
                    onChange={(event: React.ChangeEvent<HTMLInputElement>) =>
                      setValues((last) => ({ ...last, [name]: event.target.value }))
                    }
                  />
                  <Field.Hint />
                  <Field.Error />
                </Field.Root>
              );
            })}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button loading={busy} onClick={() => void save()}>
            {t('action.save')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
