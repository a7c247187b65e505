// Owns whether a text is a value of one of XML Schema's simple types that the engine's schemas use.

export interface SimpleType {
  base?: string;
  allowed?: string[];
  min?: number;
  max?: number;
  union?: (string | SimpleType)[];
}

const NC_NAME =
  /^[A-Z_a-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C-\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD][-.0-9A-Z_a-z\u00B7\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u037D\u037F-\u1FFF\u200C-\u200D\u203F-\u2040\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD]*$/;
const FORMS: Record<string, RegExp> = {
  'xsd:ID': NC_NAME,
  'xsd:IDREF': NC_NAME,
  'xsd:NCName': NC_NAME,
  'xsd:boolean': /^(true|false|1|0)$/,
  'xsd:integer': /^[+-]?\d+$/,
  'xsd:int': /^[+-]?\d+$/,
  'xsd:double': /^([+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?|-?INF|NaN)$/,
};

export const collapsed = (text: string): string => text.replace(/[ \t\n\r]+/g, ' ').replace(/^ | $/g, '');

/** `bound` says whether a prefix is declared where the value stands. */
export function isValueOf(
  type: string | SimpleType,
  text: string,
  simple: Readonly<Record<string, SimpleType>>,
  bound: (prefix: string) => boolean,
): boolean {
  const known = typeof type === 'string' ? simple[type] : type;
  if (known) {
    if (known.union) return known.union.some((one) => isValueOf(one, text, simple, bound));
    if (!isValueOf(known.base ?? 'xsd:string', text, simple, bound)) return false;
    const value = known.base === 'xsd:string' ? text : collapsed(text);
    if (known.allowed && !known.allowed.includes(value)) return false;
    return (
      !(known.min !== undefined && Number(value) < known.min) && !(known.max !== undefined && Number(value) > known.max)
    );
  }
  const value = collapsed(text);
  if (type === 'xsd:QName') {
    const [first, second, more] = value.split(':');
    if (more !== undefined) return false;
    if (second === undefined) return NC_NAME.test(first);
    return NC_NAME.test(first) && NC_NAME.test(second) && bound(first);
  }
  if (type === 'xsd:int' && FORMS['xsd:int'].test(value)) return Math.abs(Number(value)) <= 2 ** 31 - 1;
  return FORMS[type as string]?.test(value) ?? true;
}
