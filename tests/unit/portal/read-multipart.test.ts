import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { readMultipart } from '../../../src/plugins/procedures/server/src/portal/read-multipart';

const TYPE = 'multipart/form-data; boundary=xYz';
const sent = (...pieces: (string | Buffer)[]) =>
  Readable.from(pieces.map((piece) => Buffer.from(piece))) as unknown as IncomingMessage;
const part = (head: string, content: string) =>
  `--xYz\r\nContent-Disposition: form-data; ${head}\r\n\r\n${content}\r\n`;
const END = '--xYz--\r\n';

describe('a form with files', () => {
  it('comes apart into fields and files, however it is cut on the way', async () => {
    const whole = Buffer.from(
      part('name="record.summary"', 'Dòng 1\r\nDòng 2 🛵') +
        part('name="files"; filename="a.jpg"\r\nContent-Type: image/jpeg', 'bytes --xYz inside') +
        END,
    );
    for (const size of [1, 7, 64, whole.length]) {
      const pieces = Array.from({ length: Math.ceil(whole.length / size) }, (_, index) =>
        whole.subarray(index * size, (index + 1) * size),
      );
      const { fields, files } = await readMultipart(sent(...pieces), TYPE, 10_000);
      expect(fields['record.summary']).toEqual(['Dòng 1\r\nDòng 2 🛵']);
      expect(files.map(({ name, field, bytes }) => [name, field, bytes.toString()])).toEqual([
        ['a.jpg', 'files', 'bytes --xYz inside'],
      ]);
    }
  });

  it('keeps several values of a field, and leaves out a field for files that stayed empty', async () => {
    const body = part('name="a"', '1') + part('name="a"', '2') + part('name="files"; filename=""', '') + END;
    const { fields, files } = await readMultipart(sent(body), TYPE, 10_000);
    expect([fields.a, files]).toEqual([['1', '2'], []]);
  });

  it('has no field that reaches into the language', async () => {
    const { fields } = await readMultipart(sent(part('name="__proto__"', 'x') + END), TYPE, 10_000);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
    expect(Object.keys(fields)).toEqual(['__proto__']);
  });

  it('is refused in words when it is too large, and read to its end', async () => {
    const body = part('name="text"', 'gõ rồi') + part('name="files"; filename="a.jpg"', 'x'.repeat(5000)) + END;
    const source = sent(body.slice(0, 300), body.slice(300, 3000), body.slice(3000));
    const { fields, files } = await readMultipart(source, TYPE, 1000);
    // What was typed stays; the files say why they did not come.
    expect(fields).toEqual({ text: ['gõ rồi'] });
    expect(files).toMatchObject([{ refused: { code: 'FORM_TOO_LARGE', status: 413 } }]);
    expect(source.readableEnded).toBe(true);
  });

  it('of ten times what is taken is given up', async () => {
    const pieces = Array.from({ length: 10 }, () => 'x'.repeat(1000));
    await expect(readMultipart(sent(...pieces), TYPE, 1000)).rejects.toMatchObject({ code: 'FORM_TOO_LARGE' });
  });

  it.each([
    ['has no boundary', 'multipart/form-data', END],
    ['is cut off', TYPE, part('name="a"', '1').slice(0, 40)],
    ['is empty', TYPE, ''],
  ])('that %s breaks nothing', async (_what, type, body) => {
    const answer = await readMultipart(sent(body), type, 1000).catch((error) => error.code);
    expect(answer === 'FORM_UNREADABLE' || Object.keys(answer.fields).length === 0).toBe(true);
  });
});
