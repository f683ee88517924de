/** What hands and heads walk along: rows and columns of the keyboard, the number pad, counting, the alphabet. */
const WALKS = [
  '0123456789012345678901234567890',
  '1234567890-=',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop[]\\',
  "asdfghjkl;'",
  'zxcvbnm,./',
  'qwertyuiopasdfghjklzxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/',
  'qazwsxedcrfvtgbyhnujmik,ol.p;/',
  'qazxswedcvfrtgbnhyujm,kiol./;p',
  '1qazxsw23edcvfr45tgbnhy67ujm,ki89ol./;p0',
  'zaq1xsw2cde3vfr4bgt5nhy6mju7',
  'zaqxswcdevfrbgtnhymju',
  'zaq12wsxcde34rfvbgt56yhnmju7',
  '1q2w3e4r5t6y7u8i9o0p',
  'q1w2e3r4t5y6u7i8o9p0',
  'qweasdzxc',
  '123qweasdzxc',
  '1234qwerasdfzxcv',
  'qwertasdfgzxcvb',
  'a1b2c3d4e5f6g7h8i9j0',
  '1a2b3c4d5e6f7g8h9i0j',
  'aabbccddeeffgghhiijj',
  '00112233445566778899',
  '147258369147258369',
  '741852963741852963',
  '789456123078945612307894561230123',
  '147896325147896325',
  '963852741963852741',
  '2468024680',
  '1357913579',
  '3.14159265358979323846',
  '314159265358979323846',
  '零一二三四五六七八九十十一十二',
  '〇一二三四五六七八九',
  '甲乙丙丁戊己庚辛壬癸',
  'yiersansiwuliuqibajiushi',
];
const SHORTEST_WALK = 3;

const STEPS = new Set(
  WALKS.flatMap((walk) => [walk, [...walk].reverse().join('')]).flatMap((walk) =>
    Array.from({ length: walk.length }, (_, from) =>
      Array.from({ length: walk.length - from - SHORTEST_WALK + 1 }, (_, more) =>
        walk.slice(from, from + SHORTEST_WALK + more),
      ),
    ).flat(),
  ),
);

/** A year, a day in one of the ways people write it, a mobile number, the number of an identity card. */
const NUMBERS = [
  /^(?:19[3-9]|20[0-4])\d$/,
  /^(?:19[3-9]|20[0-4])\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/,
  /^(?:19[3-9]|20[0-4])\d[-./年](?:0?[1-9]|1[0-2])[-./月](?:0?[1-9]|[12]\d|3[01])日?$/,
  /^[3-9]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/,
  /^(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19[3-9]|20[0-4])\d$/,
  /^1[3-9]\d{9}$/,
  /^\d{6}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dx]$/,
];
export const LONGEST_PATTERN = 40;

/** Whether all of a text, in small letters and half width, is a walk along keys or counting, or a number that is known of somebody. */
export function isPattern(text: string): boolean {
  return STEPS.has(text) || (/^\d/.test(text) && NUMBERS.some((number) => number.test(text)));
}

const INITIALS = 'b p m f d t n l g k h j q x zh ch sh r z c s y w'.split(' ');
const FINALS =
  'a o e ai ei ao ou an en ang eng ong i ia ie iao iu ian in iang ing iong u ua uo uai ui uan un uang ue v ve'.split(
    ' ',
  );
const SYLLABLES = new Set([
  ...INITIALS.flatMap((initial) => FINALS.map((final) => initial + final)),
  ...'ai an ang ao ou en er'.split(' '),
]);
const SURNAMES = new Set(
  (
    'wang li zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang song zheng xie han tang feng ' +
    'yu dong xiao cheng cao yuan deng fu shen zeng peng lu su jiang cai jia ding wei xue ye yan pan du dai xia zhong tian ' +
    'ren fan fang shi yao tan liao zou xiong jin hao kong bai cui kang mao qiu qin gu hou shao meng long wan duan lei qian ' +
    'tao yin chang wen lv'
  ).split(' '),
);
export const LONGEST_SYLLABLE = 6;

export const isSyllable = (text: string): boolean => SYLLABLES.has(text);
export const isSurname = (text: string): boolean => SURNAMES.has(text);
