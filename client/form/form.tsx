import { ErrorSummary } from './error-summary.tsx';
import { errorsInWords } from './error-words.ts';
import { fill } from './fill.ts';
import { FootBar } from './foot-bar.tsx';
import type { Acts, PageData, View } from './page.ts';
import { Receipt } from './receipt.tsx';
import { RefusalNotice } from './refusal.tsx';
import { Sections } from './sections.tsx';
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
    const { receipt, before = false } = view;
    const again = { href: `/s/${encodeURIComponent(code)}`, act: acts?.startOver };
    return (
      <Receipt
        receipt={receipt}
        alreadyHeard={before}
        about={form.title}
        words={words}
        again={again}
      />
    );
  }
  // Without script every item shows, since nobody can hide one later.
  const items = view.live ? itemsThatApply(form.items, view.answers) : form.items;
  const errors = errorsInWords(view, items, words);
  const frozen = view.phase !== 'answering';
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
        {view.restored && (
          <p class="notice">
            {words.restored}{' '}
            <button type="button" class="quiet" onClick={acts?.startOver}>
              {words.startOver}
            </button>
          </p>
        )}
        {view.forgetful && <p class="notice">{words.notKept}</p>}
        <Sections {...{ data, view, items, errors, frozen, acts }} />
        <p class="colophon">{fill(words.colophon, { code, version: form.version })}</p>
      </main>
      {view.refusal !== 'conflict' && <FootBar {...{ view, items, words, acts }} />}
    </form>
  );
}
