// Owns what a file needs so that it can stand beside the one that it was copied from. Of a form that is its id, which must
// be the name of its file. What cannot be read is kept as it is: the check says so.

export function copyOfFile(path: string, text: string): string {
  if (!path.endsWith('.form')) return text;
  try {
    const form: unknown = JSON.parse(text);
    if (typeof form !== 'object' || form === null || Array.isArray(form)) return text;
    const id = path.split('/').at(-1)?.slice(0, -'.form'.length);
    return `${JSON.stringify({ ...form, id }, null, 2)}\n`;
  } catch {
    return text;
  }
}
