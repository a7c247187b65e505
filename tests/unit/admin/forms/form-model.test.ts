import {
  addField,
  changeField,
  everyField,
  type FormFile,
  freeRecordKey,
  moveField,
  readForm,
  removeField,
  valuesOf,
  writeForm,
} from '../../../../src/plugins/procedures/admin/src/pages/packages/forms/formModel';

const form = (): FormFile => ({
  id: 'f',
  type: 'default',
  components: [
    { id: 'a', type: 'textfield', key: 'task.ghiChu', label: 'Ghi chú', conditional: { hide: '=x' } },
    { id: 'g', type: 'group', label: 'Nhóm', components: [{ id: 'b', type: 'number', key: 'task.so', label: 'Số' }] },
    { id: 'c', type: 'checkbox', key: 'task.co', label: 'Có' },
  ],
});
const ids = (of: FormFile) => everyField(of.components).map((one) => one.id);

describe('the form builder', () => {
  it('makes keys out of Vietnamese words, each once', () => {
    const first = addField(form(), 'textfield', 'Đề nghị của đơn vị', null);
    const second = addField(first.form, 'textfield', 'Đề nghị của đơn vị', null);
    const keys = everyField(second.form.components).map((one) => one.key);
    expect(keys.slice(-2)).toEqual(['task.deNghiCuaDonVi', 'task.deNghiCuaDonVi2']);
    expect(new Set(ids(second.form)).size).toBe(ids(second.form).length);
  });

  it('puts a field behind the chosen one, in a group too', () => {
    const { form: changed, id } = addField(form(), 'datetime', 'Ngày', 'b');
    expect(ids(changed)).toEqual(['a', 'g', 'b', id, 'c']);
    expect(everyField(changed.components).find((one) => one.id === id)).toMatchObject({
      dateLabel: 'Ngày',
      subtype: 'date',
      key: 'task.ngay',
    });
  });

  it('moves, removes and changes without touching what it does not show', () => {
    expect(ids(moveField(form(), 'c', -1))).toEqual(['a', 'c', 'g', 'b']);
    expect(ids(moveField(form(), 'a', -1))).toEqual(ids(form()));
    expect(ids(removeField(form(), 'b'))).toEqual(['a', 'g', 'c']);
    const changed = changeField(form(), 'a', { label: 'Khác', description: undefined });
    expect(changed.components[0]).toEqual({ ...form().components[0], label: 'Khác' });
  });

  it('does not take the name of an attribute for a new entry of the record', () => {
    expect(freeRecordKey(form(), 'Tóm tắt', ['record.tomTat'])).toBe('record.tomTat2');
  });

  it('keeps the values that cases already hold when choices are put in order or added', () => {
    const known = [
      { label: 'Đồng ý', value: 'OK' },
      { label: 'Không', value: 'NO' },
    ];
    expect(valuesOf('Không\nĐồng ý\n\nĐể sau\nKhông', known)).toEqual([
      { label: 'Không', value: 'NO' },
      { label: 'Đồng ý', value: 'OK' },
      { label: 'Để sau', value: 'DE_SAU' },
    ]);
  });

  it('reads what it wrote, and leaves what is no form to the text', () => {
    expect(readForm(writeForm(form()))).toEqual(form());
    for (const text of ['{', '[]', '{"components":1}', 'null']) expect(readForm(text)).toBeNull();
  });
});
