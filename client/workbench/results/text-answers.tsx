import type { ResultItem } from '../api/results.ts';
import { base } from '../format.ts';
import { useWords } from '../language.tsx';
import { resultsWords } from './words.ts';

/** What respondents wrote, word for word. */
export function TextAnswers({ item, answers }: { item: ResultItem; answers: string[] }) {
  const words = useWords(resultsWords);
  return (
    <section class="text-answers stack">
      <h3>
        {item.topic} <span class="small quiet">{base(item.base)}</span>
      </h3>
      {answers.length === 0 ? (
        <p class="quiet small">{words.noTexts}</p>
      ) : (
        <ul>
          {answers.map((answer, index) => (
            <li key={index}>{answer}</li>
          ))}
        </ul>
      )}
      {answers.length < item.base && (
        <p class="small quiet">{words.someTexts(answers.length, item.base)}</p>
      )}
    </section>
  );
}
