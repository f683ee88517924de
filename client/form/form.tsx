import { checkAnswers, isAnswered } from './check.ts';
import { ErrorSummary } from './error-summary.tsx';
import { errorWords } from './error-words.ts';
import { fill } from './fill.ts';
import { conditionWords, ItemCard } from './item.tsx';
import type { Acts, PageData, View } from './page.ts';
import { FootBar } from './progress.tsx';
import { Receipt } from './receipt.tsx';
import { RefusalNotice } from './refusal.tsx';
import { itemsThatApply } from './show-if.ts';
import { TitleBlock } from './title-block.tsx';

interface Props {
  data: PageData;
  view: View;
  acts?: Acts;
}

/** The respondent's page as a function of its data and of where the respondent stands. */
export function FormPage({ data, view, acts }: Props) {
  const { form, words, code } = data;
  if (view.receipt) {
    return (
      <Receipt
        receipt={view.receipt}
        alreadyHeard={false}
        department={form.department}
        words={words}
      />
    );
  }
  // Without script every item shows, since nobody can hide one later.
  const items = view.live ? itemsThatApply(form.items, view.answers) : form.items;
  const numbers = new Map(items.map((item, index) => [item.id, index + 1]));
  const frozen = view.phase !== 'answering';
  const inWords = new Map<string, string>();
  const errors = view.errors.map(({ item: id, code: fault }) => {
    const item = items.find((candidate) => candidate.id === id);
    if (!item) return { text: words.unclearAnswer };
    const text = errorWords(fault, item, numbers.get(id) || 0, view.answers[id], words);
    inWords.set(id, text);
    return { item: id, text };
  });
  return (
    <form
      method="post"
      action={`/s/${encodeURIComponent(code)}`}
      noValidate
      autocomplete="off"
      onInput={acts?.change}
      onSubmit={acts?.submit}
    >
      <input type="hidden" name="_id" value={data.responseId} />
      <input type="hidden" name="_started" value={data.startedAt} />
      <input type="hidden" name="_lang" value={form.language} />
      <main class="column">
        <TitleBlock form={form} words={words} code={code} />
        {view.refusal && <RefusalNotice refusal={view.refusal} words={words} acts={acts} />}
        {errors.length > 0 && <ErrorSummary errors={errors} words={words} acts={acts} />}
        {view.restored && !frozen && errors.length === 0 && (
          <p class="notice">
            {words.restored}{' '}
            <button type="button" class="quiet" onClick={acts && (() => acts.startOver())}>
              {words.startOver}
            </button>
          </p>
        )}
        {view.forgetful && <p class="notice">{words.notKept}</p>}
        {form.sections.map((section) => {
          const shown = items.filter((item) => item.section === section.id);
          return (
            shown.length > 0 && (
              <section key={section.id} aria-labelledby={`${section.id}_section`}>
                <h2 id={`${section.id}_section`}>{section.title}</h2>
                {section.intro && <p class="soft">{section.intro}</p>}
                {shown.map((item) => (
                  <ItemCard
                    key={item.id}
                    item={item}
                    number={numbers.get(item.id) || 0}
                    answer={view.answers[item.id]}
                    error={inWords.get(item.id)}
                    condition={view.live ? undefined : conditionWords(item, form, numbers, words)}
                    live={view.live}
                    frozen={frozen}
                    words={words}
                    acts={acts}
                  />
                ))}
              </section>
            )
          );
        })}
        <p class="colophon">{fill(words.colophon, { code, version: form.version })}</p>
      </main>
      <FootBar
        view={view}
        answered={items.filter((item) => isAnswered(view.answers[item.id])).length}
        total={items.length}
        ready={checkAnswers(items, view.answers).length === 0}
        words={words}
        acts={acts}
      />
    </form>
  );
}
