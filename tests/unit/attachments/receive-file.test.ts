import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import os from 'node:os';
import { Readable } from 'node:stream';
import { receiveFile } from '../../../src/plugins/procedures/server/src/attachments/receive-file';
import { eicar } from '../../support/sample-files';

const leftBehind = () => readdirSync(os.tmpdir()).filter((name) => name.startsWith('procedures-upload-'));

describe('a file that arrives', () => {
  it('is counted, hashed and can be read in pieces', async () => {
    const file = await receiveFile(Readable.from([Buffer.from('abc'), Buffer.from('def')]), 100);
    expect([file.size, file.sha256]).toEqual([6, createHash('sha256').update('abcdef').digest('hex')]);
    expect((await file.read(2, 3)).toString()).toBe('cde');
    expect((await file.read(4, 100)).toString()).toBe('ef');
    await file.discard();
  });

  it('is given up at the limit, without reading on and without closing the source', async () => {
    let given = 0;
    async function* endless() {
      for (;;) {
        given += 1;
        yield Buffer.alloc(1024);
      }
    }
    const source = Readable.from(endless(), { objectMode: false, highWaterMark: 1024 });
    await expect(receiveFile(source, 10 * 1024)).rejects.toMatchObject({ code: 'FILE_TOO_LARGE', status: 413 });
    expect(given).toBeLessThan(20);
    expect(source.destroyed).toBe(false);
    source.destroy();
  });

  it('is refused with the test virus in it, also when the network cuts it in two', async () => {
    const cut = [Buffer.from('before '), eicar.subarray(0, 20), eicar.subarray(20, 40), eicar.subarray(40)];
    await expect(receiveFile(Readable.from(cut), 1_000)).rejects.toMatchObject({ code: 'FILE_INFECTED' });
    await expect(receiveFile(Readable.from([eicar]), 1_000)).rejects.toMatchObject({ code: 'FILE_INFECTED' });
  });

  it('is refused when it is empty or when the connection breaks', async () => {
    await expect(receiveFile(Readable.from([]), 10)).rejects.toMatchObject({ code: 'FILE_EMPTY' });
    const broken = new Readable({
      read() {
        this.destroy(Object.assign(new Error('aborted'), { code: 'ECONNRESET' }));
      },
    });
    await expect(receiveFile(broken, 10)).rejects.toMatchObject({ code: 'UPLOAD_BROKEN' });
  });

  it('leaves nothing in the temporary folder, whatever happens', () => {
    expect(leftBehind()).toEqual([]);
  });
});
