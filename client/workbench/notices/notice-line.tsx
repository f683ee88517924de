import { useState } from 'preact/hooks';
import { needsSomebody } from '../../../analysis/notices/notice.ts';
import type { Notice } from '../api/notices.ts';
import { useEvaluation, useMayChange } from '../current-evaluation.ts';
import { draftKey, evaluationDrafts } from '../data/drafts.ts';
import { useUnsaved } from '../data/use-drafts.ts';
import { useWords } from '../language.tsx';
import { Unbroken } from '../parts/unbroken.tsx';
import { useRestoredFocus } from '../parts/use-restored-focus.ts';
import { NoticeLinks } from './notice-links.tsx';
import { PutAsideForm } from './put-aside-form.tsx';
import { useNoticeWords } from './use-notice-words.ts';
import { noticesWords } from './words.ts';

/** One thing to look at: what it is, what it means, where to do something about it, or why nothing needs to be done. */
export function NoticeLine({ survey, notice }: { survey: string; notice: Notice }) {
  const words = useWords(noticesWords);
  const { says, means } = useNoticeWords()(notice);
  const draft = evaluationDrafts(useEvaluation().id) + draftKey('put-aside', survey, notice.id);
  const unsaved = useUnsaved(draft) > 0;
  const mayPutAside = useMayChange('surveys.write');
  const [writing, setWriting] = useState(unsaved);
  const place = useRestoredFocus<HTMLLIElement>(String(writing));
  return (
    <li class={needsSomebody(notice) ? 'notice-line attention' : 'notice-line'} ref={place}>
      <p class="notice-says">
        <Unbroken>{says}</Unbroken>
      </p>
      <p class="small notice-means">
        <Unbroken>{means}</Unbroken>
      </p>
      {writing && mayPutAside ? (
        <PutAsideForm {...{ survey, notice, draft }} close={() => setWriting(false)} />
      ) : (
        <p class="row small screen-only notice-acts">
          <NoticeLinks survey={survey} notice={notice} />
          {mayPutAside && (
            <button
              type="button"
              class="link-button"
              aria-label={words.putAsideWhich(says)}
              onClick={() => setWriting(true)}
            >
              {words.putAside}
            </button>
          )}
        </p>
      )}
    </li>
  );
}
