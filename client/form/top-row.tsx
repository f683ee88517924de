import type { PageData } from './page.ts';

/** Who asks, and links to the page in elder mode and in the other language, which work without script too. */
export function TopRow({ data: { form, words, code, elder, access } }: { data: PageData }) {
  const other = form.languages.find((language) => language !== form.language);
  const k = access.code ? `&k=${encodeURIComponent(access.code)}` : '';
  const address = (language: string, large: boolean) =>
    `/s/${encodeURIComponent(code)}?lang=${language}${large ? '&elder=1' : ''}${k}`;
  return (
    <div class="by">
      <span>{words.by}</span>
      <a class="to-elder" href={address(form.language, true)}>
        {words.toElder}
      </a>
      <a class="to-standard" href={address(form.language, false)}>
        {words.toStandard}
      </a>
      {other && (
        <a href={address(other, elder)} lang={other} hreflang={other}>
          {words.otherLanguage}
        </a>
      )}
    </div>
  );
}
