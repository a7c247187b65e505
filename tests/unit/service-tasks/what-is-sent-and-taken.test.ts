// What may leave the house for an HTTP step, what is taken from an answer, and what a notice says.
import type { ReadPackage } from '../../../src/plugins/procedures/server/src/packages/read-package';
import { noticeText } from '../../../src/plugins/procedures/server/src/service-tasks/notice-text';
import { requestOfStep } from '../../../src/plugins/procedures/server/src/service-tasks/request-of-step';
import { takeResults } from '../../../src/plugins/procedures/server/src/service-tasks/take-results';
import type { HttpTask, ResultField } from '../../../src/plugins/procedures/shared/service-tasks-contract';

const TASK: HttpTask = { kind: 'http', connection: 'a', method: 'POST', path: '/x', body: [], result: [] };
const ALLOWED = { base_url: 'https://a.example/api/', methods: ['GET', 'POST'], sends: ['kind', 'count'] };
const sent = (task: Partial<HttpTask>, variables: Record<string, unknown> = {}) =>
  requestOfStep({ ...TASK, ...task }, ALLOWED, variables);

describe('a request', () => {
  it('goes below the address of the connection, with the variables under the names of the other side', () => {
    const body = [
      { field: 'loai', variable: 'kind' },
      { field: 'so', variable: 'count' },
    ];
    expect(sent({ body }, { kind: 'A', count: 3, secret: 'x' })).toEqual({
      url: 'https://a.example/api/x',
      body: '{"loai":"A","so":3}',
    });
  });

  it('has nothing but what the connection lets leave, in the path neither', () => {
    expect(sent({ body: [{ field: 'a', variable: 'name' }] }, { name: 'x' })).toEqual({
      problem: 'HTTP_FIELD_NOT_ALLOWED',
    });
    expect(sent({ path: '/{name}' }, { name: 'x' })).toEqual({ problem: 'HTTP_FIELD_NOT_ALLOWED' });
    expect(sent({ method: 'DELETE' })).toEqual({ problem: 'HTTP_METHOD_NOT_ALLOWED' });
  });

  it('never leaves the address by what a variable says', () => {
    const at = (kind: unknown) => (sent({ path: '/tim/{kind}/x' }, { kind }) as { url: string }).url;
    for (const value of ['../../admin', '//evil.example', '?a=1#b', '@evil.example', '\r\nX: 1']) {
      const url = new URL(at(value));
      expect([url.origin, url.pathname.startsWith('/api/tim/'), url.pathname.endsWith('/x'), url.search]).toEqual([
        'https://a.example',
        true,
        true,
        '',
      ]);
    }
  });

  it('is not sent where a value would lead up', () => {
    for (const value of ['..', '.'])
      expect(sent({ path: '/tim/{kind}/x' }, { kind: value })).toEqual({ problem: 'HTTP_PATH_UNFIT' });
    expect(sent({ path: '/tim/.{kind}' }, { kind: '.' })).toEqual({ problem: 'HTTP_PATH_UNFIT' });
  });

  it('is not made of what is missing: a path needs its part, a field of the body is null', () => {
    expect(sent({ path: '/{kind}' }, { kind: null })).toEqual({ problem: 'HTTP_PATH_UNFIT' });
    expect(sent({ path: '/{kind}' }, { kind: '' })).toEqual({ problem: 'HTTP_PATH_UNFIT' });
    expect(sent({ body: [{ field: 'a', variable: 'kind' }] }, { kind: { deep: 1 } })).toMatchObject({
      body: '{"a":null}',
    });
  });

  it('has no body when it only asks', () => {
    expect(sent({ method: 'GET' })).toEqual({ url: 'https://a.example/api/x', body: null });
  });
});

describe('an answer', () => {
  const field = (type: ResultField['type'], path = 'data.value'): ResultField => ({ name: 'v', type, path });
  const take = (fields: ResultField[], answer: unknown) => takeResults(fields, Buffer.from(JSON.stringify(answer)));

  it('gives what was declared and nothing else', () => {
    expect(take([field('number')], { data: { value: 7, name: 'Nguyễn' }, more: 1 })).toEqual({ results: { v: 7 } });
    expect(take([field('string', 'items.1')], { items: ['a', 'b'] })).toEqual({ results: { v: 'b' } });
    expect(take([field('boolean')], { data: { value: false } })).toEqual({ results: { v: false } });
  });

  it.each([
    ['another type', field('number'), { data: { value: '7' } }],
    ['nothing there', field('string'), { data: {} }],
    ['an object', field('string'), { data: { value: { a: 1 } } }],
    ['too long a text', field('string'), { data: { value: 'x'.repeat(121) } }],
    ['a text of several lines', field('string'), { data: { value: 'a\nb' } }],
    ['what every object has', field('string', 'constructor.name'), {}],
    ['null', field('boolean'), null],
  ])('that brings %s fits nothing', (_what, wanted, answer) => {
    expect(take([wanted], answer)).toEqual({ problem: 'HTTP_RESULT_UNFIT' });
  });

  it('that is no JSON is said to be none, unless nobody asked for anything', () => {
    expect(takeResults([field('string')], Buffer.from('<html>'))).toEqual({ problem: 'HTTP_ANSWER_NOT_JSON' });
    expect(takeResults([field('string')], null)).toEqual({ problem: 'HTTP_ANSWER_NOT_JSON' });
    expect(takeResults([field('string')], Buffer.from([0xff, 0xfe, 0x22]))).toEqual({
      problem: 'HTTP_ANSWER_NOT_JSON',
    });
    expect(takeResults([], Buffer.from('<html>'))).toEqual({ results: {} });
  });
});

describe('the words of a notice', () => {
  const read = {
    manifest: {
      variables: [
        { name: 'kind', type: 'string', from: '=record.kind' },
        { name: 'count', type: 'number', from: '=record.count' },
        { name: 'urgent', type: 'boolean', from: '=record.urgent' },
      ],
    },
    forms: new Map([
      ['f', { components: [{ type: 'select', key: 'record.kind', values: [{ value: 'A', label: 'Tố giác' }] }] }],
    ]),
  } as unknown as ReadPackage;
  const said = (variables: Record<string, unknown>, sensitive = false) =>
    noticeText('Loại {kind}, số {count}, khẩn: {urgent}, {other}.', read, { variables, sensitive });

  it('name values as forms do, in both languages', () => {
    expect(said({ kind: 'A', count: 1234, urgent: true })).toEqual({
      vi: 'Loại Tố giác, số 1.234, khẩn: có, .',
      en: 'Loại Tố giác, số 1,234, khẩn: yes, .',
    });
  });

  it('say that something is not known yet', () => {
    expect(said({ kind: null, count: 1, urgent: false }).vi).toBe('Loại (chưa có), số 1, khẩn: không, .');
  });

  it('name nothing of a protected case', () => {
    expect(said({ kind: 'A', count: 1, urgent: true }, true).vi).toBe(
      'Loại (không nêu), số (không nêu), khẩn: (không nêu), (không nêu).',
    );
  });
});
