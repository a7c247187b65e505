import { Box, Button, Flex, Typography } from '@strapi/design-system';
import * as React from 'react';

import type { Letterhead } from '../../../../shared/documents-contract';
import { put } from '../../api/send';
import { ActDialog } from '../../components/ActDialog';
import { Card } from '../../components/Card';
import { Mark } from '../../components/Mark';
import { TextField } from '../../components/TextField';
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
  const { t } = useText();
  const [values, setValues] = React.useState(letterhead);
  return (
    <ActDialog
      title={t('templates.editHead', { unit: letterhead.unitName })}
      confirm={t('action.save')}
      onClose={onClose}
      onConfirm={async () => {
        const { superior, issuer, place, symbol } = values;
        await put(`/letterheads/${letterhead.unit}`, { superior, issuer, place, symbol });
        onSaved();
      }}
    >
      {(errorOf) =>
        FIELDS.map((name) => (
          <TextField
            key={name}
            name={name}
            type="text"
            required={name !== 'superior'}
            label={t(`templates.head.${name}`)}
            hint={t(`templates.head.${name}Hint`)}
            error={errorOf(name)}
            value={values[name]}
            onChange={(value) => setValues((last) => ({ ...last, [name]: value }))}
          />
        ))
      }
    </ActDialog>
  );
};
