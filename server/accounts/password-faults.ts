import type { Language } from '../../survey-definitions/text.ts';
import { isBlankText } from '../../survey-definitions/unseen.ts';
import { LONGEST_PASSWORD, passwordLength, SHORTEST_CHOSEN_PASSWORD } from '../password-rules.ts';
import { Problem } from '../problem.ts';
import { foldPassword, isGuessable } from './guessable.ts';

const WORDS = {
  blank: {
    'zh-CN': '密码不能只有空格，请填写看得见的字符',
    en: 'A password cannot be blank; use characters that can be seen',
  },
  'too-short': {
    'zh-CN': `密码至少 ${SHORTEST_CHOSEN_PASSWORD} 个字符；可以把几个互不相干的词连起来，空格、汉字都可以用`,
    en: `At least ${SHORTEST_CHOSEN_PASSWORD} characters; several words that have nothing to do with one another will do, with spaces`,
  },
  'too-long': {
    'zh-CN': `密码最多 ${LONGEST_PASSWORD} 个字符，请缩短`,
    en: `At most ${LONGEST_PASSWORD} characters; please shorten it`,
  },
  'too-common': {
    'zh-CN':
      '这类密码最先被人猜到；请换成几个互不相干的词，不要用常见词、生日、号码、键盘顺序再加几个数字',
    en: 'Passwords like this are guessed first; use several unrelated words, not a common word, a birthday, a number or a row of keys with a few digits',
  },
  'like-username': {
    'zh-CN': '密码不能由用户名拼成，请换成与用户名无关的内容',
    en: 'A password cannot be made of the username; choose something that has nothing to do with it',
  },
} as const satisfies Record<string, Record<Language, string>>;

export type PasswordFault = keyof typeof WORDS;
/** All that may be wrong with a password that somebody chooses. */
export const PASSWORD_FAULTS = Object.keys(WORDS) as PasswordFault[];

/**
 * What is wrong with a password that somebody chooses, after NIST SP 800-63B: its length, and whether the whole of it is
 * what others try first; nothing of which characters it is made. One that is stored is never held to this.
 */
export function passwordFaults(
  password: string,
  { username }: { username: string },
): { code: PasswordFault; message: Record<Language, string> }[] {
  const code = faultOf(password, username);
  return code === undefined ? [] : [{ code, message: WORDS[code] }];
}

/** The password, where it may be chosen; throws not-acceptable, which says at `path` why not. */
export function chosenPassword(
  password: string,
  { username, path }: { username: string; path: string },
): string {
  const errors = passwordFaults(password, { username }).map(({ code, message }) => ({
    path,
    code,
    message,
  }));
  if (errors.length > 0) throw new Problem('not-acceptable', { errors });
  return password;
}

function faultOf(password: string, username: string): PasswordFault | undefined {
  if (isBlankText(password)) return 'blank';
  const length = passwordLength(password);
  if (length < SHORTEST_CHOSEN_PASSWORD) return 'too-short';
  if (length > LONGEST_PASSWORD) return 'too-long';
  const name = foldPassword(username);
  const backwards = [...name].reverse().join('');
  const folded = foldPassword(password);
  const names = [name, backwards].filter(({ length }) => length > 1);
  if (names.some((each) => folded.includes(each)) && isGuessable(folded, names)) {
    return 'like-username';
  }
  return isGuessable(folded) ? 'too-common' : undefined;
}
