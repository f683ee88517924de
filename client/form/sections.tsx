import { conditionWords } from './condition-words.ts';
import type { ErrorInWords } from './error-words.ts';
import { ItemCard } from './item.tsx';
import type { PageData } from './page.ts';

interface Props {
  data: PageData;
  errors: ErrorInWords[];
}

/** The questionnaire itself. Without script every item shows, since nobody could show it later. */
export function Sections({ data, errors }: Props) {
  const { form, words, answers } = data;
  return (
    <>
      {form.sections.map((section) => (
        <section class="part" key={section.id} aria-labelledby={`${section.id}_section`}>
          <h2 id={`${section.id}_section`}>{section.title}</h2>
          {section.intro && <p class="soft">{section.intro}</p>}
          {form.items.map(
            (item, index) =>
              item.section === section.id && (
                <ItemCard
                  key={item.id}
                  item={item}
                  number={index + 1}
                  answer={answers[item.id]}
                  error={errors.find(({ field }) => field === item.id)}
                  condition={conditionWords(item, form.items, words)}
                  words={words}
                />
              ),
          )}
        </section>
      ))}
    </>
  );
}
