import { refusalOf } from '../../../src/ward/guard-content-manager';

const source = 'api::crime-source.crime-source';
const codeOf = (method: string, path: string) => refusalOf(method, path)?.code ?? 'PASSED';

describe("the content manager's addresses of records", () => {
  it('may be looked at, never written', () => {
    expect(codeOf('GET', `/content-manager/collection-types/${source}`)).toBe('PASSED');
    for (const method of ['POST', 'PUT', 'DELETE']) {
      expect(codeOf(method, `/content-manager/collection-types/${source}/abc`)).toBe('RECORD_READ_ONLY');
    }
    expect(codeOf('POST', `/content-manager/collection-types/${encodeURIComponent(source)}`)).toBe('RECORD_READ_ONLY');
  });

  it('open no side door to people', () => {
    expect(codeOf('GET', `/content-manager/relations/${source}/abc/persons`)).toBe('RECORD_NOT_READABLE');
    expect(codeOf('GET', '/content-manager/collection-types/api::source-person.source-person')).toBe(
      'RECORD_NOT_READABLE',
    );
  });

  it('leave other content alone', () => {
    expect(codeOf('POST', '/content-manager/collection-types/api::page.page')).toBe('PASSED');
    expect(codeOf('GET', '/procedures/cases')).toBe('PASSED');
    expect(codeOf('GET', '/content-manager/collection-types/%E0%A4%A')).toBe('PASSED');
  });
});
