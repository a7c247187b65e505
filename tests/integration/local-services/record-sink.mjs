/** A receiver that takes whatever an exporter sends and remembers the types of the records. */
import http from 'node:http';

export async function recordSink(port = 0) {
  const seen = {
    valueTypes: new Set(),
    recordTypes: new Set(),
    prefixes: new Set(),
    authorizations: new Set(),
    bulks: [],
  };
  const server = http.createServer(async (request, answer) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    seen.authorizations.add(Buffer.from(request.headers.authorization?.split(' ')[1] ?? '', 'base64').toString());
    if (request.url.startsWith('/_bulk')) {
      const lines = Buffer.concat(chunks).toString('utf8').trim().split('\n');
      seen.bulks.push(lines.length / 2);
      for (let at = 0; at < lines.length; at += 2) {
        const record = JSON.parse(lines[at + 1]);
        seen.prefixes.add(JSON.parse(lines[at]).index._index.split('_')[0]);
        seen.valueTypes.add(record.valueType);
        seen.recordTypes.add(record.recordType);
      }
    }
    answer.setHeader('content-type', 'application/json');
    answer.end('{"acknowledged":true,"errors":false,"items":[]}');
  });
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    ...seen,
    url: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((resolve) => server.close(resolve) && server.closeAllConnections()),
  };
}
