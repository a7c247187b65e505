// The OpenAPI document is valid, and says of every route for programs what the route does: neither has more.

import { spawnSync } from 'node:child_process';
import controllers from '../../../src/plugins/procedures/server/src/controllers/integration';
import { problemsOf } from '../../../src/plugins/procedures/server/src/integration/check-request';
import { openApiDocument } from '../../../src/plugins/procedures/server/src/integration/open-api';
import { needsKey, operations, routePath } from '../../../src/plugins/procedures/server/src/integration/operations';
import { schemas } from '../../../src/plugins/procedures/server/src/integration/schemas';
import { SCOPES } from '../../../src/plugins/procedures/server/src/integration/scopes';
import { routeTable } from '../../../src/plugins/procedures/server/src/policy/route-table';

const document = openApiDocument() as {
  paths: Record<string, Record<string, { operationId: string; parameters: { name: string; in: string }[] }>>;
};

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1', () => {
    // The validator is an ES module, which jest's own loader does not take: it judges in a process of its own.
    const script = `
      import { Validator } from '@seriousme/openapi-schema-validator';
      import { text } from 'node:stream/consumers';
      const { valid, errors } = await new Validator().validate(JSON.parse(await text(process.stdin)));
      console.log(JSON.stringify({ valid, errors }));`;
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
      input: JSON.stringify(document),
      encoding: 'utf8',
    });
    expect(JSON.parse(stdout)).toEqual({ valid: true });
  });

  it('describes exactly the routes that programs can call', () => {
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const served = routeTable
      .filter((route) => route.audience === 'integration')
      .map(({ method, path }) => `${method} /api/procedures${path.replace(/:(\w+)/g, '{$1}')}`);
    expect(described.sort()).toEqual(served.sort());
    for (const operation of operations) expect(Object.keys(controllers)).toContain(operation.handler.split('.')[1]);
  });

  it('names every part of a path, asks acts for a key, and refers to schemas and scopes that exist', () => {
    for (const operation of operations) {
      const described = document.paths[`/api/procedures${operation.path}`][operation.method.toLowerCase()];
      const inPath = described.parameters.filter((one) => one.in === 'path').map((one) => `:${one.name}`);
      expect(routePath(operation).match(/:\w+/g) ?? []).toEqual(inPath);
      expect(described.parameters.some((one) => one.name === 'Idempotency-Key')).toBe(needsKey(operation));
      for (const name of [operation.request, operation.response]) if (name) expect(schemas).toHaveProperty(name);
      expect(SCOPES).toHaveProperty([operation.scope]);
    }
  });

  it('refuses a body with what it does not know, and instants without an offset or of an impossible year', () => {
    const start = { packageId: 'p', event: 'E', values: {} };
    expect(problemsOf('StartCase', start)).toEqual([]);
    expect(problemsOf('StartCase', { ...start, admin: true })).toHaveLength(1);
    expect(problemsOf('StartCase', { ...start, at: '2026-11-02T08:00:00' })).toHaveLength(1);
    expect(problemsOf('StartCase', { ...start, at: '0026-11-02T08:00:00+07:00' })).toHaveLength(1);
    expect(problemsOf('StartCase', { ...start, at: '2026-02-30T08:00:00+07:00' })).toHaveLength(1);
    expect(problemsOf('PutReference', { reference: 'a\nb' })).toHaveLength(1);
  });

  it('takes files or a draft for a proposal, never both, and of a draft no word on what it was made from', () => {
    const proposal = { version: '1.2.3', note: 'n' };
    const draft = { draftId: '00000000-0000-4000-8000-000000000000' };
    const files = { files: { 'manifest.json': 'e30=' } };
    for (const what of [files, draft, { ...files, basedOn: '1.0.0' }])
      expect(problemsOf('ProposePackage', { ...proposal, ...what })).toEqual([]);
    for (const what of [{}, { ...files, ...draft }, { ...draft, basedOn: '1.0.0' }, { draftId: 'x' }])
      expect(problemsOf('ProposePackage', { ...proposal, ...what })).not.toEqual([]);
  });
});
