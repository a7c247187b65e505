// Owns reading a package's building blocks: blocks.json, or nothing where there is none or it cannot be read (the check
// says why).
import type { BlocksFile } from '../../../shared/blocks-contract';
import { schemaProblems } from './schema-problems';

export const BLOCKS_FILE = 'blocks.json';

const NONE: BlocksFile = { blocks: [] };

export function readBlocks(content: Buffer | undefined): BlocksFile {
  if (!content) return NONE;
  try {
    const file: unknown = JSON.parse(content.toString('utf8'));
    return schemaProblems('blocks', file).length === 0 ? (file as BlocksFile) : NONE;
  } catch {
    return NONE;
  }
}
