import type { ListedIndicatorSystem } from '../api/definitions.ts';
import { usePublishedGroupLabel } from '../group-label.ts';
import { useWords } from '../language.tsx';
import { sharedWords } from './words.ts';

type Ask = Omit<ListedIndicatorSystem['asks'][number], 'indicators'>;

/** Says what an indicator takes from a survey: whose answers, and which number of theirs. */
export function useAskInWords(): (ask: Ask) => string {
  const shared = useWords(sharedWords);
  const groupLabel = usePublishedGroupLabel();
  return ({ group, quantity, item }) => shared.asks[quantity](groupLabel(group), item ?? '');
}

/** What an indicator system asks of surveys, and for which indicators. */
export function Asks({ asks }: { asks: ListedIndicatorSystem['asks'] }) {
  const shared = useWords(sharedWords);
  const inWords = useAskInWords();
  if (asks.length === 0) return <p class="small quiet">{shared.asks.none}</p>;
  return (
    <ul class="small asks">
      {asks.map((ask) => (
        <li key={`${ask.group} ${ask.quantity} ${ask.item}`}>
          {inWords(ask)}{' '}
          <span class="quiet">
            {shared.asks.feeds(ask.indicators.join(shared.asks.comma), ask.indicators.length)}
          </span>
        </li>
      ))}
    </ul>
  );
}
