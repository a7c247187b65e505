import { Box, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { RelatedCell, RelatedTable } from '../../../../shared/related-contract';
import { Card } from '../../components/Card';
import { useText } from '../../text/useText';
import { formatDay, formatInstant } from '../../time/instants';

const Table = styled.table`
  width: 100%;
  border-collapse: collapse;
  th,
  td {
    text-align: left;
    vertical-align: top;
    padding: 6px 12px 6px 0;
    overflow-wrap: anywhere;
  }
  tr + tr td {
    border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
`;

/** What the events of the case have written beside the record: transfers, decisions, verification … as the package says. */
export const CaseRelated = ({ tables }: { tables: RelatedTable[] }) => {
  const { t, pick } = useText();
  const words = ({ type, value, words: known }: RelatedCell): string => {
    if (known) return pick(known);
    if (value === null) return '–';
    if (type === 'datetime') return formatInstant(String(value));
    if (type === 'date') return formatDay(`${value}T12:00:00Z`);
    if (typeof value === 'boolean') return t(value ? 'related.yes' : 'related.no');
    return String(value);
  };
  return (
    <>
      {tables.map((table) => (
        <Box key={table.name} paddingTop={4}>
          <Card title={pick(table.title)}>
            <Box style={{ overflowX: 'auto' }} tabIndex={0} role="group" aria-label={pick(table.title)}>
              <Table>
                <thead>
                  <tr>
                    {table.columns.map((column) => (
                      <th key={column.name} scope="col">
                        <Typography variant="pi" textColor="neutral600">
                          {pick(column.title)}
                        </Typography>
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {table.rows.map((row, index) => (
                    <tr key={index}>
                      {row.map((cell, at) => (
                        <td key={table.columns[at]?.name}>
                          <Typography>{words(cell)}</Typography>
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </Table>
            </Box>
          </Card>
        </Box>
      ))}
    </>
  );
};
