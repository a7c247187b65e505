/**
 * Owns how many keys a Vietnamese text takes on a Telex keyboard: a mark or a tone is one more, đ two, a capital holds Shift,
 * and one w makes both horns of ươ.
 */

/** @param {string} text */
export function telexKeys(text) {
  let keys = 0;
  for (const sign of text.normalize('NFD')) {
    const isTone = /\p{M}/u.test(sign);
    keys += isTone ? 1 : 1 + Number(sign.toLowerCase() === 'đ') + Number(sign !== sign.toLowerCase());
  }
  const horns = text.normalize('NFC').match(/[uủũụúùưửữựứừ][oỏõọóòơởỡợớờ]/giu) ?? [];
  return keys - horns.filter((pair) => (pair.normalize('NFD').match(/\u031b/g) ?? []).length === 2).length;
}
