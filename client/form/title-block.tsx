import { Contact, ContactLine, whoAsks } from './asks.tsx';
import { dayInWords } from './day-in-words.ts';
import { fill } from './fill.ts';
import { BrokenText } from './line-breaks.tsx';
import type { PageData } from './page.ts';
import { TimedText } from './timed-text.tsx';

/** The title, how long it takes, where one was asked, whom to call, and what happens to the answers. */
export function TitleBlock({ data }: { data: PageData }) {
  const { form, words, asks, keptUntil, point } = data;
  const conditional = form.items.some((item) => item.showIf);
  const n = form.items.length;
  const effort = [
    form.minutes && fill(words.minutes, { n: form.minutes }),
    fill(conditional ? words.itemsAtMost : words.items, { n }),
  ];
  const day = keptUntil ? dayInWords(keptUntil, form.language) : '';
  const long = day ? fill(words.longUntil, { day }) : words.longFile;
  return (
    <header>
      <h1 tabIndex={-1}>
        <BrokenText text={form.title} />
      </h1>
      {point && <p class="soft">{fill(words.point, { name: point.name })}</p>}
      <p class="effort">{effort.filter(Boolean).join(' · ')}</p>
      {form.intro && <p>{form.intro}</p>}
      <ContactLine contact={asks.contact} words={words} />
      <details>
        <summary>{words.privacy}</summary>
        <dl>
          <dt>{words.whoLabel}</dt>
          <dd>{whoAsks(asks, form.department, words)}</dd>
          {asks.contact && (
            <>
              <dt>{words.askLabel}</dt>
              <dd>
                <Contact contact={asks.contact} />
              </dd>
            </>
          )}
          <dt>{words.whyLabel}</dt>
          <dd>{words.why}</dd>
          <dt>{words.keptLabel}</dt>
          <dd>{words.kept}</dd>
          <dt>{words.longLabel}</dt>
          <dd>
            <TimedText text={long + words.longDevice} time={day} />
          </dd>
        </dl>
      </details>
    </header>
  );
}
