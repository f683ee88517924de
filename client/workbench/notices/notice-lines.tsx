import { needsSomebody } from '../../../analysis/notices/notice.ts';
import type { Notice } from '../api/notices.ts';
import { Unbroken } from '../parts/unbroken.tsx';
import { useNoticeWords } from './use-notice-words.ts';

/** What asks somebody to look, in a line each and nothing to press, as on a wall; nothing where there is nothing. */
export function NoticeLines({ notices }: { notices: readonly Notice[] }) {
  const inWords = useNoticeWords();
  const now = notices.filter(({ aside }) => aside === null);
  if (now.length === 0) return null;
  return (
    <ul class="notice-lines">
      {now.map((notice) => (
        <li key={notice.id} class={needsSomebody(notice) ? 'tag warm' : 'tag'}>
          <span>
            <Unbroken>{inWords(notice).says}</Unbroken>
          </span>
        </li>
      ))}
    </ul>
  );
}
