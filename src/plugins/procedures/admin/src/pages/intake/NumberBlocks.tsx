import { Button, Field, Flex, NumberInput, Typography } from '@strapi/design-system';
import * as React from 'react';

import type { BookView, NumberBlock, ReserveNumbersBody } from '../../../../shared/intake-contract';
import { post } from '../../api/send';
import { Card } from '../../components/Card';
import { ReasonDialog } from '../../components/ReasonDialog';
import { useText } from '../../text/useText';
import { formatInstant } from '../../time/instants';
import { PdfDialog } from '../documents/PdfDialog';

interface Props {
  book: BookView;
  onChanged(): void;
}
type Open = { kind: 'reserve' } | { kind: 'void' | 'print'; block: NumberBlock } | null;

/** Work on paper: keep numbers, print their forms, close what was not needed. */
export const NumberBlocks = ({ book, onChanged }: Props) => {
  const { t } = useText();
  const [open, setOpen] = React.useState<Open>(null);
  const [count, setCount] = React.useState<number | undefined>(10);
  const close = () => setOpen(null);
  const done = () => {
    close();
    onChanged();
  };
  const reserve = async (reason: string) => {
    const body: ReserveNumbersBody = { packageId: book.packageId, count: count ?? 0, reason };
    await post('/number-blocks', body);
    done();
  };
  const closeRest = async (block: NumberBlock, reason: string) => {
    await post(`/number-blocks/${block.id}/void`, { numbers: block.waitingNumbers, reason });
    done();
  };
  const range = ({ firstText, lastText }: NumberBlock) => `${firstText} – ${lastText}`;
  return (
    <Card>
      <Flex justifyContent="space-between" wrap="wrap" gap={2}>
        <Typography variant="delta" tag="h2">
          {t('book.paper')}
        </Typography>
        {book.permissions.reserve && <Button onClick={() => setOpen({ kind: 'reserve' })}>{t('book.reserve')}</Button>}
      </Flex>
      <Typography textColor="neutral600" tag="p">
        {t(book.blocks.length === 0 ? 'book.noBlocks' : 'book.paperHint')}
      </Typography>
      <ul aria-label={t('book.paper')}>
        {book.blocks.map((block) => (
          <Flex key={block.id} tag="li" gap={3} paddingTop={2} wrap="wrap" justifyContent="space-between">
            <Flex direction="column" alignItems="flex-start" style={{ minWidth: 0, flex: '1 1 26rem' }}>
              <Typography fontWeight="bold">{range(block)}</Typography>
              <Typography variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
                {t('book.blockFacts', {
                  reason: block.reason,
                  person: block.reservedBy ?? '',
                  instant: formatInstant(block.reservedAt),
                  waiting: block.waitingNumbers.length,
                })}
              </Typography>
            </Flex>
            {block.waitingNumbers.length > 0 && (
              <Flex gap={2}>
                <Button size="S" variant="tertiary" onClick={() => setOpen({ kind: 'print', block })}>
                  {t('book.print')}
                </Button>
                {book.permissions.reserve && (
                  <Button size="S" variant="danger-light" onClick={() => setOpen({ kind: 'void', block })}>
                    {t('book.closeRest')}
                  </Button>
                )}
              </Flex>
            )}
          </Flex>
        ))}
      </ul>
      {open?.kind === 'reserve' && (
        <ReasonDialog
          title={t('book.reserve')}
          about={t('book.reserveAbout')}
          label={t('book.reason')}
          confirm={t('book.reserveConfirm', { count: count ?? 0 })}
          onClose={close}
          onConfirm={reserve}
        >
          <Field.Root name="count" required hint={t('book.countHint')}>
            <Field.Label>{t('book.count')}</Field.Label>
            <NumberInput value={count} onValueChange={setCount} />
            <Field.Hint />
          </Field.Root>
        </ReasonDialog>
      )}
      {open?.kind === 'void' && (
        <ReasonDialog
          danger
          title={t('book.closeRest')}
          about={t('book.closeAbout', { numbers: open.block.waitingNumbers.join(', ') })}
          label={t('book.reason')}
          confirm={t('book.closeRest')}
          onClose={close}
          onConfirm={(reason) => closeRest(open.block, reason)}
        />
      )}
      {open?.kind === 'print' && (
        <PdfDialog
          title={t('book.formsOf', { range: range(open.block) })}
          path={`/number-blocks/${open.block.id}/forms`}
          fileName={`phieu-giay-${open.block.first}-${open.block.last}`}
          onClose={close}
        />
      )}
    </Card>
  );
};
