import { BrokenText } from './broken-text.tsx';
import { fill } from './fill.ts';
import type { PageData } from './page.ts';

/** Who asks, how long it takes and what becomes of the answers. */
export function TitleBlock({ form, words, code }: Pick<PageData, 'form' | 'words' | 'code'>) {
  const conditional = form.items.some((item) => item.showIf);
  const n = form.items.length;
  const other = form.languages.find((language) => language !== form.language);
  const effort = [
    form.minutes && fill(words.minutes, { n: form.minutes }),
    fill(conditional ? words.itemsAtMost : words.items, { n }),
  ];
  return (
    <header>
      <p class="by">
        <span>{words.by}</span>
        {other && (
          <a href={`/s/${encodeURIComponent(code)}?lang=${other}`} lang={other} hreflang={other}>
            {words.otherLanguage}
          </a>
        )}
      </p>
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
        </dl>
      </details>
    </header>
  );
}
