import { randomInt } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chosenPassword,
  PASSWORD_FAULTS,
  passwordFaults,
} from '../../../server/accounts/password-faults.ts';
import { newPassword } from '../../../server/accounts/passwords.ts';
import { Problem } from '../../../server/problem.ts';

const codes = (password: string, username = 'wanglei') =>
  passwordFaults(password, { username }).map(({ code }) => code);

describe('a password that somebody chooses', () => {
  it.each([
    'correct horse battery staple',
    '山高月小 水落石出 客至',
    'tangerine-lamp-47-orbit',
    'bu zhidao mingtian xia yu ma',
    'qh7#Kd02!mzP',
    'xkqvpzmtrwbn',
    '583920174652',
    'Наш кот спит днём',
    'ein Igel frisst Käfer',
    '四十七只青蛙跳进了大池塘',
    '            lantern feathers ',
    '🦔🍋🚲🌧️🎻🧵🪁🧂🛶🕰️🥾🧭',
    'my manping password is elsewhere',
    'wanglei forgets umbrellas',
  ])('may be %j: of any characters, spaces too, mixed or not', (password) => {
    expect(codes(password)).toEqual([]);
  });

  it.each([
    ['', 'blank'],
    ['            ', 'blank'],
    ['\u3000\u200b\u00ad\u3000\u3000\u3000\u3000\u3000\u3000\u3000\u3000\u3000', 'blank'],
    ['qh7#Kd02!mz', 'too-short'],
    ['密码密码密码密码密码密', 'too-short'],
    // Eleven letters, whether the accents are typed with them or after them.
    ['cafe\u0301 cafe\u0301 e\u0301', 'too-short'],
    [`qh7#Kd02!mzP${'x'.repeat(189)}`, 'too-long'],
  ])('may not be %j: %s', (password, code) => {
    expect(codes(password)).toEqual([code]);
  });

  it('is counted as it is hashed: two hundred letters with accents typed apart are two hundred', () => {
    const random = Array.from({ length: 200 }, () => 'áéíóúýàèìòùñ'.charAt(randomInt(12))).join('');
    expect(codes(random.normalize('NFD'))).toEqual([]);
    expect(codes(`${random}é`.normalize('NFD'))).toEqual(['too-long']);
  });

  it.each([
    // Hung on to something common until it is long enough.
    'password1234',
    'Password2026!',
    'P@ssw0rd2026',
    'qwertyuiop123',
    'abcd12345678',
    'a123456789012',
    'Aa123456789!',
    'aa1234567890',
    'Admin@123456!',
    'admin8888888888',
    'sunshine8391',
    'sunshinemonkey',
    'iloveyou520520',
    'Huawei@123456',
    'root@2026root',
    'test123456789',
    'Welcome2026!!',
    // Repeated.
    '111111111111',
    '88888888888888',
    '123123123123',
    'abcabcabcabc',
    'passwordpassword',
    'x7k2x7k2x7k2',
    '112233445566',
    'aabbccddeeff',
    // Along the keyboard.
    '1qaz2wsx3edc',
    '1qaz2wsx3edc4rfv',
    '!QAZ@WSX3edc',
    'zaq12wsxcde3',
    'q1w2e3r4t5y6',
    '1q2w3e4r5t6y',
    'qazwsxedcrfv',
    'qweasdzxc123',
    'asdfghjkl;123',
    'zxcvbnm,./123',
    '147258369147',
    '7894561230123',
    'a1b2c3d4e5f6',
    '1234567890-=',
    'ｑｗｅｒｔｙｕｉｏｐ１２３',
    // In pinyin: phrases, names, places.
    'woaini1314520',
    'woaini5201314',
    'zhongguo2026!',
    'Zhongguo@2026!',
    'woaizhongguo',
    'woaiwojia520',
    'beijing2008beijing',
    'wangwei19861010',
    'zhangxiaoming1990',
    'liuxiaoming@2026',
    'zhangsan@2026!',
    'lixiaolong123456',
    'mima12345678',
    'guanliyuan123',
    'caonima123456',
    // In characters.
    '我爱你我爱你我爱你我爱你',
    '我爱你一生一世5201314',
    '中华人民共和国万岁2026',
    '好好学习天天向上123',
    '不忘初心牢记使命2026',
    '全心全意为人民服务2026',
    '床前明月光疑是地上霜',
    '一二三四五六七八九十十一',
    '密码密码密码密码密码密码',
    '管理员密码１２３４５６',
    // Days and numbers that are known of somebody.
    '198610101986',
    '19861010wang',
    '1986年10月10日wang',
    '13912345678a',
    '110101198610103331',
    '3.1415926535897',
    // The product's name, and what it is about.
    'manping123456',
    'Manping@2026!',
    'manpingmanping',
    '满评满评满评满评满评满评',
    '绩效评价2026满意度调查',
    'manyidu2026!!',
  ])('may not be %j, which is among what is tried first', (password) => {
    expect(codes(password).filter((code) => code !== 'too-short')).toEqual(
      password.length < 12 ? [] : ['too-common'],
    );
  });

  it.each([
    ['wangleiwanglei', 'wanglei'],
    ['WangLei123456', 'wanglei'],
    ['wanglei@2026!', 'wanglei'],
    ['ielgnawielgnaw', 'wanglei'],
    ['王磊王磊王磊王磊王磊王磊', '王磊'],
    ['xq-zv.kp xq-zv.kp', 'xq-zv.kp'],
    ['ｘｑ－ｚｖ．ｋｐ2026', 'xq-zv.kp'],
    ['xq-zv.kp-1986', 'XQ-ZV.KP'],
    ['xqzvkp@manping', 'xqzvkp'],
  ])('may not be %j for %s: it is made of the username', (password, username) => {
    expect(codes(password, username)).toEqual(['like-username']);
  });

  it('says in both languages what is wrong, and what to do', () => {
    const said = ['', 'short', 'x'.repeat(300), 'password1234', 'wangleiwanglei'].flatMap(
      (password) => passwordFaults(password, { username: 'wanglei' }),
    );
    expect(said.map(({ code }) => code).sort()).toEqual([...PASSWORD_FAULTS].sort());
    for (const { message } of said) {
      expect(message['zh-CN']).toMatch(/^[\p{Script=Han}\d ，、；：。“”A-Za-z]+$/u);
      expect(message.en).toMatch(/^[\x20-\x7e]+$/);
    }
  });

  it('is refused in a problem that names the field, and never the password', () => {
    const refused = () => chosenPassword('password1234', { username: 'a', path: '$.password' });
    expect(refused).toThrow(Problem);
    try {
      refused();
    } catch (error) {
      const { code, particulars } = error as Problem;
      expect(code).toBe('not-acceptable');
      expect(particulars.errors).toMatchObject([{ path: '$.password', code: 'too-common' }]);
      expect(JSON.stringify(particulars)).not.toContain('password1234');
    }
  });

  it('is fine where it was made by chance, of whatever characters', () => {
    const alphabets = [
      'abcdefghijklmnopqrstuvwxyz',
      'abcdefghijklmnopqrstuvwxyz0123456789',
      '0123456789',
      'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!@#$%^&*',
    ];
    for (const alphabet of alphabets) {
      const made = Array.from({ length: 2000 }, () =>
        Array.from({ length: 12 }, () => alphabet.charAt(randomInt(alphabet.length))).join(''),
      );
      // A seventh of all numbers with twelve digits holds what may be a mobile number, and some are two days and a little.
      const refused = made.filter(
        (password) => codes(password).length > 0 && !/1[3-9]\d{9}/.test(password),
      );
      expect(refused.length).toBeLessThanOrEqual(alphabet.length === 10 ? 100 : 2);
    }
    expect(Array.from({ length: 50 }, newPassword).flatMap((made) => codes(made))).toEqual([]);
  });

  it('is judged whatever it is made of, and in no time', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 900 }),
        fc.string(),
        (password, username) => {
          const began = performance.now();
          passwordFaults(password, { username });
          return performance.now() - began < 100;
        },
      ),
    );
    for (const hostile of ['a', 'ab', '1', '12', 'xiao', '19861010', 'qwerty', '!@']) {
      const began = performance.now();
      codes(hostile.repeat(200).slice(0, 200), hostile.slice(0, 2));
      expect(performance.now() - began).toBeLessThan(100);
    }
  });

  it('does not become better by being repeated, in capitals, or in full width', () => {
    const bad = fc.constantFrom('password1234', 'woaini1314520', '1qaz2wsx3edc', 'manping123456');
    fc.assert(
      fc.property(bad, fc.integer({ min: 1, max: 4 }), (password, times) => {
        const wide = password.replace(/[!-~]/g, (each) =>
          String.fromCharCode(each.charCodeAt(0) + 0xfee0),
        );
        for (const form of [password.repeat(times), password.toUpperCase(), wide]) {
          expect(codes(form)).toEqual(['too-common']);
        }
      }),
    );
  });
});
