import { minuteInChina } from '../../../survey-definitions/china-time.ts';
import { useWords } from '../language.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { accountsWords } from './words.ts';

/** A link that works once, to be sent by hand. It is shown here only; another can be made in its place. */
export function OneTimeLink({ link }: { link: { url: string; expiresAt: string } }) {
  const words = useWords(accountsWords).link;
  return (
    <div class="notice stack one-time-link" role="status">
      <p>{words.send(minuteInChina(link.expiresAt))}</p>
      <p class="link-text">{link.url}</p>
      <CopyButton text={link.url} />
    </div>
  );
}
