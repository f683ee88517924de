import { LONGEST_USERNAME } from '../../survey-definitions/invitation.ts';
import type { FaultIn } from '../problem.ts';
import { foldUsername } from './password-check.ts';

const WORDS = {
  blank: { 'zh-CN': '请填写用户名', en: 'Please choose a username' },
  'too-long': {
    'zh-CN': `用户名最多 ${LONGEST_USERNAME} 个字符`,
    en: `A username has at most ${LONGEST_USERNAME} characters`,
  },
  // The audit names programs and the server by a word and a colon.
  colon: { 'zh-CN': '用户名中不能有冒号', en: 'A username has no colon in it' },
} as const;

/** What a name that somebody chooses is stored as, and what is wrong with it at `$.username`. */
export function chosenUsername(typed: string): { username: string; faults: FaultIn[] } {
  const username = foldUsername(typed);
  const code = faultOf(username);
  const faults = code === undefined ? [] : [{ path: '$.username', code, message: WORDS[code] }];
  return { username, faults };
}

function faultOf(username: string): keyof typeof WORDS | undefined {
  if (username === '') return 'blank';
  if (username.length > LONGEST_USERNAME) return 'too-long';
  return username.includes(':') ? 'colon' : undefined;
}
