import { minuteInChina } from '../../../survey-definitions/china-time.ts';
import { evaluationsKey } from '../api/evaluations.ts';
import { type Notice, takeNoticeBack } from '../api/notices.ts';
import { surveyKey } from '../api/surveys.ts';
import { useMayChange } from '../current-evaluation.ts';
import { invalidate } from '../data/query-client.ts';
import { useMutation } from '../data/use-mutation.ts';
import { count } from '../format.ts';
import { useWords } from '../language.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { Unbroken } from '../parts/unbroken.tsx';
import { useNoticeWords } from './use-notice-words.ts';
import { noticesWords } from './words.ts';

/** What somebody has looked at already, folded: who, when and why, and the way to have it pointed out again. */
export function AsideNotices(props: { survey: string; notices: readonly Notice[] }) {
  const words = useWords(noticesWords);
  const { survey, notices } = props;
  if (notices.length === 0) return null;
  return (
    <details class="aside-notices small">
      <summary>{words.aside(count(notices.length))}</summary>
      <ul>
        {notices.map((notice) => (
          <AsideNotice key={notice.id} survey={survey} notice={notice} />
        ))}
      </ul>
    </details>
  );
}

function AsideNotice({ survey, notice }: { survey: string; notice: Notice }) {
  const words = useWords(noticesWords);
  const { says } = useNoticeWords()(notice);
  const mayTakeBack = useMayChange('surveys.write');
  const takeBack = useMutation(async () => {
    await takeNoticeBack(survey, notice.id);
    invalidate(surveyKey(survey), evaluationsKey);
  });
  const { aside } = notice;
  if (aside === null) return null;
  return (
    <li>
      <p>
        <Unbroken>{says}</Unbroken>
      </p>
      <p class="aside-reason">{words.asideBecause(aside.reason)}</p>
      <p class="row quiet">
        <span>
          <Unbroken>{words.asideBy(aside.author, minuteInChina(aside.at))}</Unbroken>
        </span>
        {mayTakeBack && (
          <button
            type="button"
            class="link-button screen-only"
            aria-label={words.takeBackWhich(says)}
            aria-disabled={takeBack.isPending}
            onClick={() => takeBack.mutate()}
          >
            {words.takeBack}
          </button>
        )}
      </p>
      {takeBack.problem && <ProblemNotice problem={takeBack.problem} />}
    </li>
  );
}
