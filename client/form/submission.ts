import {
  type Draft,
  draftStorage,
  fittingAnswers,
  holdsAnswers,
  type PendingResponse,
  uuid,
} from './draft.ts';
import { loadScript } from './load-script.ts';
import type { Given, ItemError, PageItem, View } from './page.ts';
import { createRetryTimer, sendUntilDecided } from './send.ts';
import { hasEnded } from './show-if.ts';

/** One response on this device: kept as a draft from the first tap, and sent until the server has it. */
export interface Submission {
  /** Restores what an earlier visit left on the device, together with what the page holds already, and shows it. */
  start(onPage: Given): void;
  /** Shows what is stored on the device; where nothing is, the page stays as it is. */
  sync(): void;
  /** Stores what has changed; without a change, what is known already, in this entry of the tab's history as well. */
  save(change: Partial<Given>): void;
  /** Sends the response, unless one is being sent or was sent already, here or in another tab. */
  send(given: Given): void;
  startOver(): void;
  tryNow(): void;
}

interface Options {
  /** Code of the survey. */
  code: string;
  items: PageItem[];
  /** When the page was served, ISO 8601 UTC. */
  startedAt: string;
  /** Id of the collection point whose link was opened. */
  point?: string | undefined;
  /** Address of the script that makes proofs of work. */
  proofScript?: string | undefined;
}

/** `onChange` is told what is new for the page to show; `message`: it has to be seen and read out at once. */
export function createSubmission(
  { code, items, startedAt, point, proofScript }: Options,
  onChange: (change: Partial<View>, message?: boolean) => void,
): Submission {
  const storage = draftStorage(code);
  const timer = createRetryTimer();
  let draft: Draft = { answers: {}, startedAt, point };
  let phase: View['phase'] = 'answering';
  /** Id of the response that this page is sending; empty where it sends none. */
  let sendingId = '';

  // Other pages of this survey on this device announce what they store, but not to a page in the back-forward cache.
  addEventListener('storage', ({ key }) => key === storage.key && sync(true));
  addEventListener('pageshow', ({ persisted }) => persisted && sync());

  function sync(otherPage?: boolean): void {
    const stored = storage.read();
    if (stored) resume(stored, otherPage);
  }

  /** Shows a stored draft, and goes on sending where it is being sent. */
  function resume(stored: Draft, otherPage?: boolean): void {
    draft = stored;
    setPhase(stored.sending ? phase : 'answering', {
      answers: fittingAnswers(items, stored.answers),
      accessCode: stored.accessCode,
      receipt: stored.receipt,
      restored: false,
    });
    if (stored.sending) void sendPending(stored.sending, otherPage);
  }

  function setPhase(next: View['phase'], change: Partial<View> = {}, message?: boolean): void {
    phase = next;
    onChange({ errors: [], refusal: undefined, ...change, phase }, message);
  }

  /** `otherPage`: another page is sending it and will most likely be done in a moment, so this one waits first. */
  async function sendPending({ id, body }: PendingResponse, otherPage?: boolean): Promise<void> {
    if (sendingId === id) return timer.skip();
    sendingId = id;
    setPhase('sending', { restored: false });
    const url = `/api/surveys/${encodeURIComponent(code)}/responses/${id}`;
    const { lang } = document.documentElement;
    const outcome = await sendUntilDecided(
      { url, id, body, lang, makeProof: () => makeProof(url) },
      async (ms) => {
        if (!isPending(id)) return false;
        setPhase('waiting');
        await timer.wait(ms);
        if (!isPending(id)) return false;
        setPhase('sending');
        return true;
      },
      otherPage,
    );
    if (sendingId === id) sendingId = '';
    if (!outcome || !isPending(id)) return sync();
    if (outcome.kind === 'accepted') {
      const { receipt, alreadyReceived } = outcome;
      // Only now are the answers deleted, and only those that have arrived: `isPending` says that the draft is still theirs.
      draft = { answers: {}, startedAt: draft.startedAt, receipt };
      storage.write(draft);
      return setPhase('answering', { receipt, alreadyReceived }, true);
    }
    if (outcome.kind === 'refused' && outcome.refusal.status !== 413) {
      return setPhase('refused', { refusal: outcome.refusal }, true);
    }
    // The server stored nothing under this id; what the respondent corrects is sent under a new one.
    draft.sending = undefined;
    if (
      outcome.kind === 'faulty' &&
      outcome.errors.some((error) => (error as ItemError).code === 'unknown-point')
    ) {
      // Taken out of the survey since: the answers are no less good for that, and nobody could put it right here.
      draft.point = undefined;
      return void startSending(JSON.parse(body));
    }
    storage.write(draft);
    setPhase('answering', outcome.kind === 'faulty' ? { errors: outcome.errors } : outcome, true);
  }

  /** Under an id of its own; the body is the same from now on, and with it the point. */
  function startSending({ answers, accessCode }: Given): void {
    const { startedAt, point } = draft;
    // Where a quota is full the server asks for nothing more, whatever has become of the quota when it arrives.
    const end = items.find((item) => hasEnded([item], answers));
    const endedBy = end && end.id;
    const content = { answers, startedAt, accessCode, point, endedBy };
    draft.sending = { id: uuid(), body: JSON.stringify(content) };
    storage.write(draft);
    void sendPending(draft.sending);
  }

  async function makeProof(url: string): Promise<string> {
    onChange({ proving: true });
    try {
      await loadScript(proofScript);
      return await window.makeProof(url);
    } finally {
      onChange({ proving: false });
    }
  }

  /** Whether this response is still to be sent, by what the device stores or, where it cannot, by what this page knows. */
  function isPending(id: string): boolean {
    const { sending } = storage.read() || draft;
    return !!sending && sending.id === id;
  }

  return {
    start(onPage) {
      const stored = storage.read();
      const before = fittingAnswers(items, stored ? stored.answers : {});
      const restored = holdsAnswers(before);
      if (stored && (restored || stored.sending || stored.receipt)) draft = stored;
      // The answers of a post that was refused are newer than the draft, and what stands in the controls is newest.
      if (!draft.receipt) {
        draft.answers = { ...before, ...onPage.answers };
        draft.accessCode = onPage.accessCode || (stored && stored.accessCode);
      }
      // The link that was opened last says where somebody is; what is being sent keeps its own.
      if (point && !draft.sending) draft.point = point;
      onChange({ live: true, notKept: !storage.write(draft) });
      // A visitor who only looks leaves nothing of a draft on the device.
      if (!stored && !holdsAnswers(draft.answers)) storage.remove();
      resume(draft);
      onChange({ restored: restored && !draft.sending });
    },
    sync,
    save(change) {
      Object.assign(draft, change);
      onChange({ ...change, notKept: !storage.write(draft) });
    },
    send(given) {
      // A second tap while the first one is being sent.
      if (phase === 'sending' || phase === 'waiting') return;
      const stored = storage.read() || draft;
      if (stored.sending || stored.receipt) return resume(stored);
      startSending(given);
    },
    startOver() {
      // Written rather than removed: a page of this survey that is restored later must learn of it.
      const empty = { answers: {}, startedAt: new Date().toISOString(), point };
      storage.write(empty);
      resume(empty);
    },
    tryNow: timer.skip,
  };
}
