import type { ErrorInWords } from './error-words.ts';
import { fill } from './fill.ts';
import type { FormWords } from './form-words.ts';
import { ItemCard } from './item.tsx';
import type { CardItem, PageData } from './page.ts';

interface Props {
  data: PageData;
  errors: ErrorInWords[];
}

/** The questionnaire itself. Every item is served visible, since without script nothing could show it later. */
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
                  language={form.language}
                />
              ),
          )}
        </section>
      ))}
    </>
  );
}

/** “Only if you chose … in question 4”, for a page that shows every item. */
function conditionWords(item: CardItem, items: CardItem[], words: FormWords): string | undefined {
  const { showIf } = item;
  if (!showIf) return undefined;
  const index = items.findIndex((other) => other.id === showIf.item);
  const labels = (items[index]?.options || [])
    .filter((option) => showIf.options.includes(option.id))
    .map((option) => fill(words.quoted, { text: option.label }));
  return fill(words.onlyIf, { n: index + 1, options: labels.join(words.or) });
}
