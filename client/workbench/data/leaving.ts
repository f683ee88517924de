import { useEffect, useRef } from 'preact/hooks';

/** While something on the screen would be left unsaved, the browser asks before it closes or leaves the page. */
export function useUnloadQuestion(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [unsaved]);
}

/** Who asks before a step back, and the address it is asked at. */
const questions = new Map<() => void, string>();

/** Hears of a step back before the router does, which is why the page starts with it: on a window, who came first hears first. */
export function watchStepsBack(): void {
  addEventListener('popstate', (event) => {
    const [question] = questions;
    if (!question) return;
    const [ask, here] = question;
    event.stopImmediatePropagation();
    history.pushState(null, '', here);
    ask();
  });
}

/** While something would be gone for good, a step back stays on the screen, and `ask` says what it would cost. */
export function useBackQuestion(gone: boolean, ask: () => void): void {
  const newest = useRef(ask);
  newest.current = ask;
  useEffect(() => {
    if (!gone) return;
    const question = () => newest.current();
    questions.set(question, location.href);
    return () => {
      questions.delete(question);
    };
  }, [gone]);
}
