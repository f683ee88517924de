import { fill } from './fill.ts';
import type { FormWords } from './form-words.ts';
import { BrokenText } from './line-breaks.tsx';
import type { PageForm } from './page.ts';

/** The title, how long it takes, and what happens to the answers. */
export function TitleBlock({ form, words }: { form: PageForm; words: FormWords }) {
  const conditional = form.items.some((item) => item.showIf);
  const n = form.items.length;
  const effort = [
    form.minutes && fill(words.minutes, { n: form.minutes }),
    fill(conditional ? words.itemsAtMost : words.items, { n }),
  ];
  return (
    <header>
      <h1 tabIndex={-1}>
        <BrokenText text={form.title} />
      </h1>
      <p class="effort">{effort.filter(Boolean).join(' · ')}</p>
      {form.intro && <p>{form.intro}</p>}
      <details>
        <summary>{words.privacy}</summary>
        <dl>
          <dt>{words.whoLabel}</dt>
          <dd>
            {form.department ? fill(words.who, { department: form.department }) : words.whoUnnamed}
          </dd>
          <dt>{words.whyLabel}</dt>
          <dd>{words.why}</dd>
          <dt>{words.keptLabel}</dt>
          <dd>{words.kept}</dd>
          <dt>{words.longLabel}</dt>
          <dd>{words.long}</dd>
        </dl>
      </details>
    </header>
  );
}
