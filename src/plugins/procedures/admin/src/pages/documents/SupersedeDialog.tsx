import type { CaseDocumentRow } from '../../../../shared/documents-contract';
import { post } from '../../api/send';
import { ReasonDialog } from '../../components/ReasonDialog';
import { useText } from '../../text/useText';

interface Props {
  row: CaseDocumentRow;
  onClose(): void;
  onDrawn(): void;
}

/** As the server has it: fewer characters say nothing to whoever reads it later. */
const LEAST = 5;

/** What was issued is not edited: another takes its place, and says why. */
export const SupersedeDialog = ({ row, onClose, onDrawn }: Props) => {
  const { t, pick } = useText();
  return (
    <ReasonDialog
      title={t('documents.supersedeOf', { title: row.number ?? pick(row.title) })}
      about={t('documents.supersedeHint')}
      label={t('documents.reason')}
      confirm={t('documents.drawSuccessor')}
      least={{ length: LEAST, hint: t('documents.reasonShort') }}
      onClose={onClose}
      onConfirm={async (reason) => {
        await post(`/documents/${row.id}/supersede`, { reason });
        onDrawn();
      }}
    />
  );
};
