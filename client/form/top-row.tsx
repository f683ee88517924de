import { formAddress } from './address.ts';
import type { PageData } from './page.ts';

/** Who asks, and links to the page in elder mode and in the other language, which work without script too. */
export function TopRow({ data }: { data: PageData }) {
  const { form, words, by, elder, access, point } = data;
  const other = form.languages.find((language) => language !== form.language);
  const link = { point: point?.id, accessCode: access.code };
  return (
    <div class="by">
      <span>{by}</span>
      <a class="to-elder" href={formAddress(form.language, true, link)}>
        {words.toElder}
      </a>
      <a class="to-standard" href={formAddress(form.language, false, link)}>
        {words.toStandard}
      </a>
      {other && (
        <a href={formAddress(other, elder, link)} lang={other}>
          {words.otherLanguage}
        </a>
      )}
    </div>
  );
}
