// Owns the zip of a package: its files by their paths, the same bytes for the same files.
import JSZip from 'jszip';

const NO_DATE = new Date('1980-01-01T00:00:00Z');

export async function exportPackage(files: ReadonlyMap<string, Buffer>): Promise<Buffer> {
  const zip = new JSZip();
  for (const [path, content] of files) zip.file(path, content, { date: NO_DATE });
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}
