// Owns where a form's values go: to the record, to its extra fields, or to the task.
import { ProblemError } from '../problems/problem-error';
import { isValues, type Values } from './form-field';
import { nestValues } from './value-path';

export interface SplitValues {
  /** Attributes of the content type; what it lacks is under `extra`, when there is any. */
  record: Values;
  task: Values;
}

export interface RecordAttributes {
  /** Attribute names of the content type. */
  names: ReadonlySet<string>;
  /** Attribute names of related content types, by the attribute that holds them, e.g. `persons`. */
  related?: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Splits nested (`{ record: { … } }`) or flat (`{ 'record.title': … }`) values. */
export function splitValues(values: Values, attributes: RecordAttributes): SplitValues {
  const nested = Object.keys(values).some((key) => key.includes('.')) ? nestValues(values) : values;
  const stray = Object.keys(nested).find((key) => key !== 'record' && key !== 'task');
  if (stray !== undefined) {
    throw new ProblemError({
      code: 'FORM_KEY_STRAY',
      vi: `Khóa của biểu mẫu phải bắt đầu bằng "record." hoặc "task.", nhưng có "${stray}". Hãy sửa biểu mẫu.`,
      en: `Expected every form key to start with "record." or "task.", but there is "${stray}". Correct the form.`,
      detail: { key: stray },
    });
  }
  const record = isValues(nested.record) ? nested.record : {};
  return {
    record: splitAttributes(record, attributes.names, attributes.related),
    task: isValues(nested.task) ? { ...nested.task } : {},
  };
}

function splitAttributes(
  values: Values,
  names: ReadonlySet<string>,
  related: ReadonlyMap<string, ReadonlySet<string>> = new Map(),
): Values {
  const kept: Values = {};
  const extra: Values = {};
  for (const [key, value] of Object.entries(values)) {
    const rowNames = related.get(key);
    if (key === 'extra' && isValues(value)) Object.assign(extra, value);
    else if (!names.has(key)) extra[key] = value;
    else if (rowNames && Array.isArray(value)) {
      kept[key] = value.map((row: unknown) => (isValues(row) ? splitAttributes(row, rowNames) : row));
    } else kept[key] = value;
  }
  return Object.keys(extra).length > 0 ? { ...kept, extra } : kept;
}
