import { Access } from './access.tsx';
import { formAddress } from './address.ts';
import { errorsInWords } from './error-words.ts';
import { fill } from './fill.ts';
import { FootBar } from './foot-bar.tsx';
import { Messages } from './messages.tsx';
import { initialView, type PageData } from './page.ts';
import { fullOf } from './page-form.ts';
import { Sections } from './sections.tsx';
import { TitleBlock } from './title-block.tsx';
import { TopRow } from './top-row.tsx';

/** The respondent's page as it is served: everything on it, to be answered and posted without any script. */
export function FormPage({ data }: { data: PageData }) {
  const { form, words, code, answers, elder, point } = data;
  const { items } = form;
  const view = initialView({ answers }, data.errors, elder);
  const errors = errorsInWords(view, items, words);
  const full = fullOf(form);
  return (
    <form
      method="post"
      action={formAddress(form.language, elder, { point: point?.id })}
      noValidate
      autocomplete="off"
    >
      <input type="hidden" name="_id" value={data.responseId} />
      <input type="hidden" name="_started" value={data.startedAt} />
      {full && <input type="hidden" name="_full" value={full} />}
      {point && <input type="hidden" name="_p" value={point.id} />}
      <main class="column">
        <TopRow data={data} />
        <TitleBlock data={data} />
        {data.again && (
          <section
            class="notice warn"
            id="again"
            tabIndex={-1}
            autofocus
            aria-labelledby="again_title"
          >
            <h2 id="again_title">{data.again.title}</h2>
            <p>{data.again.text}</p>
          </section>
        )}
        <Messages view={view} errors={errors} words={words} />
        <Access data={data} errors={errors} />
        <Sections data={data} errors={errors} />
        <p class="colophon">{fill(words.colophon, { code, version: form.version })}</p>
      </main>
      <FootBar
        view={view}
        items={items}
        step={{ index: 0, items, button: 'submit' }}
        ready={false}
        words={words}
      />
    </form>
  );
}
