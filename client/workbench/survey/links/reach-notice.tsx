import { linkReach } from '../../../../survey-definitions/link-reach.ts';
import { useWords } from '../../language.tsx';
import { linksWords } from './words.ts';

/** Says that a phone cannot open the link, and what to set; nothing where anybody can. */
export function ReachNotice({ link }: { link: string }) {
  const words = useWords(linksWords);
  const reach = linkReach(link);
  if (reach === 'anywhere') return null;
  return (
    <p class={reach === 'this-machine' ? 'notice attention reach' : 'small quiet reach'}>
      {words.reach[reach]}
    </p>
  );
}
