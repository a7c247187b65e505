import { copyOfFile } from '../../../src/plugins/procedures/server/src/drafts/copy-of-file';

describe('the copy of a file', () => {
  it('names a form after its own file and changes nothing else of it', () => {
    const text = JSON.stringify({ id: 'tiep-nhan', type: 'default', components: [{ type: 'textfield', key: 'a' }] });
    expect(JSON.parse(copyOfFile('phu/tiep-nhan-2.form', text))).toEqual({
      id: 'tiep-nhan-2',
      type: 'default',
      components: [{ type: 'textfield', key: 'a' }],
    });
  });

  it.each([
    ['a.form', '{"id": '],
    ['a.form', '[]'],
    ['a.form', 'null'],
    ['a.bpmn', '<bpmn:definitions id="x" />'],
    ['a.json', '{"id":"b"}'],
  ])('leaves %s as it is: %s', (path, text) => {
    expect(copyOfFile(path, text)).toBe(text);
  });
});
