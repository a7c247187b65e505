// Pairs of reports of one busy day that must, and that must not, be hinted to the officer who types the second.

import { comparePlaces } from '../../../src/plugins/procedures/server/src/similar/compare-places';
import { judgeSimilar } from '../../../src/plugins/procedures/server/src/similar/judge-similar';
import { folded, similarWords } from '../../../src/plugins/procedures/server/src/similar/similar-words';
import { wordsInCommon, worthAmong } from '../../../src/plugins/procedures/server/src/similar/weigh-words';

const lexemes = (text: string) => [...similarWords(text).keys()];
/** What comes in on a busy day: motorcycles, purses, noise. */
const DAY = [
  ...Array.from(
    { length: 25 },
    (_, at) => `Mất xe máy để trước nhà, khóa bị phá, xe màu ${['đen', 'trắng', 'xanh'][at % 3]}`,
  ),
  ...Array.from({ length: 20 }, (_, at) => `Mất ví trong chợ, trong ví có giấy tờ và ${at + 1} triệu đồng`),
  ...Array.from({ length: 15 }, () => 'Hàng xóm mở nhạc to gây ồn ào ban đêm, nhắc không nghe'),
].map(lexemes);
const worth = worthAmong(DAY);

/** As pg_trgm has it: shares of three letters, over all words, and over the best of the longer text. */
const trigrams = (text: string) =>
  new Set(text.split(' ').flatMap((word) => [...`  ${word} `].slice(2).map((_, at) => `  ${word} `.slice(at, at + 3))));
const share = (a: Set<string>, of: number, b: Set<string>) => [...a].filter((one) => b.has(one)).length / of;
function places(mine: string, theirs: string) {
  const [a, b] = [trigrams(mine), trigrams(theirs)];
  return { alike: share(a, new Set([...a, ...b]).size, b), within: Math.max(share(a, a.size, b), share(b, b.size, a)) };
}

interface Report {
  place?: string;
  text?: string;
  hours?: number;
}
function hint(mine: Report, theirs: Report) {
  const [a, b] = [lexemes(mine.text ?? ''), lexemes(theirs.text ?? '')];
  const [own, other] = [folded(mine.place ?? ''), folded(theirs.place ?? '')];
  const words = wordsInCommon(a, b, worth);
  return judgeSimilar({
    place: comparePlaces({ mine: own, theirs: other, ...places(own, other) }),
    minutes: Math.abs((mine.hours ?? 0) - (theirs.hours ?? 0)) * 60,
    words,
    bothTold: a.length > 0 && b.length > 0,
    written: words.pairs,
  });
}

const MUST: [string, Report, Report][] = [
  [
    'one fire, told in two short ways',
    { place: 'ngõ 5 phố Ví Dụ', text: 'cháy nhà' },
    { place: 'số 5 phố Ví Dụ', text: 'nhà số 5 đang cháy', hours: 0.2 },
  ],
  [
    'one word each, at one place',
    { place: 'chợ Mẫu', text: 'cháy' },
    { place: 'cổng chợ Mẫu, tổ 5', text: 'cháy ki-ốt vải', hours: 0.1 },
  ],
  [
    'a motorcycle known by its plate, on a day of motorcycles',
    { text: 'mất xe máy 59X100012' },
    { text: 'Xe máy biển 59X100012 bị lấy trước nhà', hours: 3 },
  ],
  [
    'a fight without words yet',
    { place: 'Cổng chợ Mẫu' },
    { place: 'cổng chợ Mẫu', text: 'Sáu thanh niên đánh nhau', hours: 1 },
  ],
  [
    'a fight told in another order, without place',
    { text: 'sáu thanh niên dùng gậy đuổi đánh nhau' },
    { text: 'Đánh nhau bằng gậy, sáu thanh niên đuổi theo', hours: 0.5 },
  ],
  [
    'without diacritics',
    { place: 'cong cho mau', text: 'giat tui xach ba ban ca' },
    { place: 'Cổng chợ Mẫu', text: 'Giật túi xách của bà bán cá', hours: 2 },
  ],
  [
    'the same letter after a month, to another office',
    { text: 'Chủ quán Mẫu cho vay lãi nặng năm nghìn một triệu mỗi ngày, thuê người siết đồ của nhiều hộ tổ chín' },
    {
      text: 'chủ quán Mẫu cho vay lãi nặng, năm nghìn một triệu mỗi ngày, thuê người siết đồ nhiều hộ tổ chín',
      hours: 24 * 30,
    },
  ],
];
it.each(MUST)('%s is hinted', (_name, mine, theirs) => expect(hint(mine, theirs)).not.toBeNull());

const MUST_NOT: [string, Report, Report][] = [
  [
    'two motorcycles of one day',
    { place: 'phố Ví Dụ', text: 'mất xe máy' },
    { place: 'ngõ Hoa Mai, tổ 9', text: 'Mất xe máy để trước nhà, khóa bị phá, xe màu đen', hours: 3 },
  ],
  [
    'a purse and a fight at one market',
    { place: 'chợ Mẫu', text: 'mất ví, có giấy tờ' },
    { place: 'chợ Mẫu', text: 'Sáu thanh niên dùng gậy đánh nhau', hours: 1 },
  ],
  [
    'one market, a month apart',
    { place: 'chợ Mẫu', text: 'đánh nhau' },
    { place: 'chợ Mẫu', text: 'mất xe đạp điện', hours: 24 * 30 },
  ],
  [
    'one market a week apart, without words',
    { place: 'chợ Mẫu' },
    { place: 'chợ Mẫu', text: 'mất xe đạp điện', hours: 24 * 6 },
  ],
  [
    'words that every text has',
    { text: 'có một người đang ở trong nhà' },
    { text: 'tôi thấy có một người ở đó, không cho vào', hours: 1 },
  ],
  ['nothing but the hour', { text: 'tiếng nổ lớn' }, { text: 'lừa chuyển tiền qua điện thoại', hours: 0.1 }],
  ['nothing at all', {}, {}],
];
it.each(MUST_NOT)('%s are not hinted', (_name, mine, theirs) => expect(hint(mine, theirs)).toBeNull());

it('the same matter stands above the many of its kind, though they are nearer in time', () => {
  const mine = { place: 'ngõ Hoa Mai', text: 'mất xe máy Wave đỏ, có con chó trắng sủa' };
  const same = hint(mine, { place: 'ngõ Hoa Mai, tổ 9', text: 'Xe máy Wave màu đỏ mất, con chó trắng sủa', hours: 30 });
  const kind = hint(mine, {
    place: 'ngõ Hoa Mai',
    text: 'Mất xe máy để trước nhà, khóa bị phá, xe màu đen',
    hours: 0.1,
  });
  expect(same?.weight).toBeGreaterThan(kind?.weight ?? 0);
});

it('the house next door is near, never the same', () => {
  const found = hint({ place: '12 phố Ví Dụ', text: 'cháy' }, { place: '14 phố Ví Dụ', text: 'cháy', hours: 0.1 });
  expect(found?.reasons.place).toBe('NEAR');
});
