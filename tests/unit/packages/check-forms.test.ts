import { checkPackage } from '../../../src/plugins/procedures/server/src/packages/check-package';
import { readPackage } from '../../../src/plugins/procedures/server/src/packages/read-package';
import { exampleFiles } from './example-package';

const codes = async (components: object[]) => {
  const form = { id: 'xu-ly', type: 'default', components };
  const files = exampleFiles().set('xu-ly.form', Buffer.from(JSON.stringify(form)));
  return (await checkPackage(await readPackage(files)))
    .filter((one) => one.file === 'xu-ly.form')
    .map((one) => one.code);
};

describe('a form of a package', () => {
  it.each([
    ['HTML', { type: 'html', id: 'h', content: '<b>x</b>' }],
    ['an embedded page', { type: 'iframe', id: 'f', url: 'https://example.org' }],
  ])('with %s is refused', async (_name, component) => expect(await codes([component])).toContain('form-html'));

  it('with a script in a text is refused', async () =>
    expect(await codes([{ type: 'text', id: 't', text: '<script>x()</script>' }])).toContain('form-script'));

  it('with a text is accepted', async () =>
    expect(await codes([{ type: 'text', id: 't', text: '**x**' }])).toEqual([]));
});
