import type { Notice } from '../api/notices.ts';
import { useWords } from '../language.tsx';
import { AsideNotices } from './aside-notices.tsx';
import { NoticeLine } from './notice-line.tsx';
import { noticesWords } from './words.ts';

/** What of a survey asks somebody to look, the most urgent first, and what was put aside; nothing where there is neither. */
export function Notices(props: { survey: { code: string }; notices: readonly Notice[] }) {
  const words = useWords(noticesWords);
  const { survey, notices } = props;
  if (notices.length === 0) return null;
  const now = notices.filter(({ aside }) => aside === null);
  const aside = notices.filter((notice) => notice.aside !== null);
  const id = `notices-${survey.code}`;
  return (
    <section class="notices" aria-labelledby={id}>
      <h3 id={id} class={now.length === 0 ? 'visually-hidden' : undefined}>
        {words.title}
      </h3>
      {now.length > 0 && (
        <ul class="notice-list">
          {now.map((notice) => (
            <NoticeLine key={notice.id} survey={survey.code} notice={notice} />
          ))}
        </ul>
      )}
      <AsideNotices survey={survey.code} notices={aside} />
    </section>
  );
}
