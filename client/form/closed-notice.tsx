import { type Draft, draftStorage, holdsAnswers } from './draft.ts';
import { storedSize } from './elder.ts';
import { setContent } from './elements.ts';
import type { LiveWords } from './live-words.ts';
import { loadScript } from './load-script.ts';
import { MessagePage } from './message-page.tsx';
import type { ClosedWords } from './notice-words.ts';
import type { PageItem, View } from './page.ts';
import { Receipt } from './receipt.tsx';
import { hasEnded } from './show-if.ts';
import { createSubmission } from './submission.ts';
import { TimedText } from './timed-text.tsx';

/** What the notice of a closed survey hands to its script as JSON. */
export interface ClosedNoticeData {
  /** Code of the survey. */
  code: string;
  words: LiveWords;
  closedWords: ClosedWords;
  /** Address of the script that makes proofs of work, needed where the survey has opened again. */
  proofScript: string | undefined;
  /** The options by which an answer ends the questionnaire, by item. */
  ends: Pick<PageItem, 'id' | 'ends'>[];
  /** Address of what elder mode looks like, where the device was in it last. */
  elderScript: string | undefined;
  /** Of a closed point of a survey that is open: its id, and where a response that was begun there goes on. */
  begunAt: { point: string; address: string } | undefined;
}

/**
 * Runs on the notice of a closed survey or point, on a device that still holds answers to it. A response that is not known to have arrived
 * is sent all the same, since an earlier attempt may have arrived, and the respondent is told the result.
 */
function sendWhatIsLeft(root: HTMLElement, data: ClosedNoticeData): void {
  const { code, words, closedWords, proofScript, ends } = data;
  const textOf = (selector: string) => root.querySelector(selector)?.textContent ?? '';
  const { title } = document;
  const storage = draftStorage(code);
  const contact = root.querySelector('.contact')?.cloneNode(true);
  const [text, time, formTitle] = [textOf('#message + p'), textOf('time'), textOf('.colophon')];
  let view: Partial<View> = {};

  const submission = createSubmission(
    // No items: nothing can be answered here any more.
    { code, items: [], startedAt: '', proofScript },
    (change, urgent) => {
      view = { ...view, ...change };
      setContent(root, shown());
      const main = root.firstElementChild;
      if (contact) main?.insertBefore(contact.cloneNode(true), main.lastChild);
      const heading = root.querySelector<HTMLElement>('#message');
      document.title = heading?.textContent ?? title;
      if (urgent) heading?.focus();
    },
  );
  const ended = endsBy(storage.read());
  submission.sync();

  /** Whether the response that waits here ended the questionnaire: what was sent holds only answers to items that applied. */
  function endsBy(draft: Draft | undefined): boolean {
    return !!draft?.sending && hasEnded(ends, JSON.parse(draft.sending.body).answers);
  }

  function shown() {
    const { receipt, alreadyReceived, phase, refusal } = view;
    if (receipt) return <Receipt {...{ receipt, alreadyReceived, ended, formTitle, words }} />;
    const late = phase === 'refused' && refusal?.status === 403;
    const message =
      phase === 'sending' || phase === 'waiting'
        ? closedWords[phase]
        : phase !== 'refused'
          ? holdsAnswers(storage.read()?.answers ?? {}) && closedWords.unsent
          : !late && refusal?.title;
    return (
      <MessagePage
        by={words.by}
        sign="stop"
        title={late ? closedWords.lateTitle : title}
        text={late ? closedWords.late : <TimedText text={text} time={time} />}
        formTitle={formTitle}
      >
        {(message || late) && (
          <>
            <p role="status">{message}</p>
            {phase === 'waiting' && (
              <button type="button" class="quiet" onClick={submission.tryNow}>
                {words.tryNow}
              </button>
            )}
            {phase !== 'waiting' && phase !== 'sending' && (
              <button type="button" class="quiet" onClick={submission.startOver}>
                {words.discard}
              </button>
            )}
          </>
        )}
      </MessagePage>
    );
  }
}

const root = document.getElementById('app');
const data = document.getElementById('data');
if (root && data) {
  const notice: ClosedNoticeData = JSON.parse(data.textContent || '');
  if (storedSize() > 0) {
    document.documentElement.className = 'elder';
    loadScript(notice.elderScript).catch(() => {});
  }
  const { code, begunAt } = notice;
  const draft = draftStorage(code).read();
  if (!begunAt || draft?.sending) sendWhatIsLeft(root, notice);
  else if (draft && draft.point === begunAt.point && holdsAnswers(draft.answers)) {
    location.replace(begunAt.address);
  }
}
