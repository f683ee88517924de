import { formAddress } from './address.ts';
import type { PageData } from './page.ts';

/** Who asks, and links to the page in elder mode and in the other language, which work without script too. */
export function TopRow({ data: { form, words, elder, access } }: { data: PageData }) {
  const other = form.languages.find((language) => language !== form.language);
  const k = access.code ? `&k=${encodeURIComponent(access.code)}` : '';
  return (
    <div class="by">
      <span>{words.by}</span>
      <a class="to-elder" href={formAddress(form.language, true) + k}>
        {words.toElder}
      </a>
      <a class="to-standard" href={formAddress(form.language, false) + k}>
        {words.toStandard}
      </a>
      {other && (
        <a href={formAddress(other, elder) + k} lang={other} hreflang={other}>
          {words.otherLanguage}
        </a>
      )}
    </div>
  );
}
