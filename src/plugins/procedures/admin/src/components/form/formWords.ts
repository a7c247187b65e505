/** form-js's own words in Vietnamese, by its English templates; English needs no list. */
export const FORM_WORDS_VI: Record<string, string> = {
  'Add new': 'Thêm dòng',
  'All values selected': 'Đã chọn hết',
  Collapse: 'Thu gọn',
  'Date and time must both be entered.': 'Nhập cả ngày và giờ.',
  Decrement: 'Giảm',
  'Download {fileName}': 'Tải {fileName}',
  'Expand all ({value})': 'Mở hết ({value})',
  'Field is required.': 'Mục này phải có.',
  'Field must be a valid email.': 'Địa chỉ thư điện tử chưa đúng.',
  'Field must be a valid international phone number. (e.g. +4930664040900)': 'Số điện thoại chưa đúng.',
  'Field must have maximum length of {value}.': 'Tối đa {value} ký tự.',
  'Field must have maximum value of {value}.': 'Lớn nhất là {value}.',
  'Field must have minimum length of {value}.': 'Ít nhất {value} ký tự.',
  'Field must have minimum value of {value}.': 'Nhỏ nhất là {value}.',
  'Field must match pattern {value}.': 'Chưa đúng mẫu {value}.',
  Increment: 'Tăng',
  'Next page': 'Trang sau',
  'No files selected': 'Chưa chọn tệp',
  'No results': 'Không có kết quả',
  'Nothing to show.': 'Chưa có gì.',
  'No content to show.': 'Chưa có gì.',
  'Please select a valid value, the two nearest valid values are {previousValue} and {nextValue}.':
    'Giá trị gần nhất dùng được là {previousValue} và {nextValue}.',
  'Previous page': 'Trang trước',
  'Remove tag': 'Bỏ chọn',
  Search: 'Tìm',
  'Value is expected to be an integer.': 'Phải là số nguyên.',
  'Value is expected to have at most 1 decimal digit.': 'Nhiều nhất 1 chữ số thập phân.',
  'Value is expected to have at most {value} decimal digits.': 'Nhiều nhất {value} chữ số thập phân.',
  'Value is not a number.': 'Phải là số.',
  '{page} of {total}': '{page} trên {total}',
  '{value} files selected': 'Đã chọn {value} tệp',
};

export function translateForm(language: 'vi' | 'en') {
  return (template: string, replacements: Record<string, unknown> = {}): string => {
    const words = language === 'vi' ? (FORM_WORDS_VI[template] ?? template) : template;
    return words.replace(/\{([^}]+)\}/g, (whole, name: string) => String(replacements[name] ?? whole));
  };
}
