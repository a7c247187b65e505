import { Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { Block } from '../../../../../../shared/blocks-contract';
import { useText } from '../../../../text/useText';

const List = styled.div`
  display: grid;
  grid-template-columns: 1fr 1fr;
  gap: 8px;
  @media (max-width: 700px) {
    grid-template-columns: 1fr;
  }
`;

const Entry = styled.button`
  padding: 8px 12px;
  border-radius: 4px;
  text-align: left;
  cursor: pointer;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  color: ${({ theme }) => theme.colors.neutral800};
  &:hover {
    border-color: ${({ theme }) => theme.colors.primary600};
  }
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
  }
`;

interface Props {
  blocks: Block[];
  onChoose(block: Block): void;
}

/** The ready-made steps of the package, in the package's words. */
export const BlockList = ({ blocks, onChoose }: Props) => {
  const { t, pick } = useText();
  return (
    <List role="group" aria-label={t('modeler.blocks')}>
      {blocks.map((block) => (
        <Entry key={block.id} type="button" onClick={() => onChoose(block)}>
          <Typography fontWeight="semiBold" tag="p">
            {pick(block.title)}
          </Typography>
          <Typography variant="pi" tag="p" textColor="neutral600">
            {pick(block.about)}
          </Typography>
        </Entry>
      ))}
    </List>
  );
};
