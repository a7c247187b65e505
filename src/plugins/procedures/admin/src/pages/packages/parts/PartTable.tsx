import { Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import type * as React from 'react';

export interface PartRow {
  id: string;
  /** the last: what can be done with it */
  cells: React.ReactNode[];
}

interface Props {
  label: string;
  columns: string[];
  rows: PartRow[];
}

/** Wide enough for a code and never broken in a date; on a phone the table moves sideways. */
const CELL = { whiteSpace: 'normal', minWidth: '11rem', overflowWrap: 'break-word' } as const;

/** Parts of a draft, one a row, with whatever can be done in the last cell. */
export const PartTable = ({ label, columns, rows }: Props) => (
  <Table colCount={columns.length} rowCount={rows.length + 1} aria-label={label}>
    <Thead>
      <Tr>
        {columns.map((column) => (
          <Th key={column}>
            <Typography variant="sigma">{column}</Typography>
          </Th>
        ))}
      </Tr>
    </Thead>
    <Tbody>
      {rows.map(({ id, cells }) => (
        <Tr key={id}>
          {cells.map((cell, at) => (
            <Td key={columns[at]}>
              {typeof cell === 'string' ? (
                <Typography tag="div" style={CELL}>
                  {cell || '—'}
                </Typography>
              ) : (
                cell
              )}
            </Td>
          ))}
        </Tr>
      ))}
    </Tbody>
  </Table>
);

/** Its name, and under it what it rests on. */
export const PartName = ({ title, about }: { title: string; about: string }) => (
  <div style={{ minWidth: '14rem' }}>
    <Typography tag="p" fontWeight="semiBold" style={{ whiteSpace: 'normal' }}>
      {title}
    </Typography>
    <Typography tag="p" variant="pi" textColor="neutral600" style={{ whiteSpace: 'normal', overflowWrap: 'anywhere' }}>
      {about}
    </Typography>
  </div>
);
