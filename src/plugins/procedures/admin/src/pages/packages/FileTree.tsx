import { Box, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { DraftFileRow, PackageProblem } from '../../../../shared/packages-contract';
import { useText } from '../../text/useText';

interface Props {
  files: DraftFileRow[];
  path: string;
  problems: PackageProblem[];
  onOpen(path: string): void;
}

const Entry = styled.button`
  display: block;
  width: 100%;
  padding: 4px 8px;
  border-radius: 4px;
  text-align: left;
  overflow-wrap: anywhere;
  cursor: pointer;
  color: ${({ theme }) => theme.colors.neutral800};
  &[aria-current] {
    background: ${({ theme }) => theme.colors.primary100};
    font-weight: 600;
  }
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
  }
`;

const ORDER = ['bpmn', 'dmn', 'form', 'json'] as const;

export const FileTree = ({ files, path, problems, onOpen }: Props) => {
  const { t } = useText();
  const errorsIn = (file: string) => problems.filter((one) => one.file === file && one.severity === 'error').length;
  return (
    <Box
      tag="nav"
      aria-label={t('packages.files')}
      background="neutral0"
      hasRadius
      borderColor="neutral150"
      padding={2}
      style={{ flex: 1, minHeight: 0, overflowY: 'auto' }}
    >
      {ORDER.map((kind) => (
        <div key={kind}>
          <Typography variant="sigma" tag="h2" textColor="neutral600" padding={2}>
            {t(`packages.kind.${kind}`)}
          </Typography>
          <ul>
            {files
              .filter((file) => file.kind === kind)
              .map((file) => (
                <li key={file.path}>
                  <Entry
                    type="button"
                    aria-current={file.path === path ? 'page' : undefined}
                    onClick={() => onOpen(file.path)}
                  >
                    <Typography>{file.path}</Typography>
                    {errorsIn(file.path) > 0 && (
                      <Typography textColor="danger600" variant="pi">
                        {' '}
                        {t('packages.errorsHere', { count: errorsIn(file.path) })}
                      </Typography>
                    )}
                  </Entry>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </Box>
  );
};
