import { conditionWords } from './condition-words.ts';
import type { ErrorInWords } from './error-words.ts';
import { ItemCard } from './item.tsx';
import type { Acts, PageData, PageItem, View } from './page.ts';

interface Props {
  data: PageData;
  view: View;
  /** Those that show. */
  items: PageItem[];
  errors: ErrorInWords[];
  frozen: boolean;
  acts?: Acts;
}

/** The questionnaire itself. A section none of whose items shows does not show either. */
export function Sections({ data, view, items, errors, frozen, acts }: Props) {
  const { form, words } = data;
  return (
    <>
      {form.sections.map((section) => {
        const ours = items.filter((item) => item.section === section.id);
        if (ours.length === 0) return null;
        return (
          <section class="part" key={section.id} aria-labelledby={`${section.id}_section`}>
            <h2 id={`${section.id}_section`}>{section.title}</h2>
            {section.intro && <p class="soft">{section.intro}</p>}
            {ours.map((item) => (
              <ItemCard
                key={item.id}
                item={item}
                number={items.indexOf(item) + 1}
                answer={view.answers[item.id]}
                error={errors.find((error) => error.item === item.id)}
                condition={view.live ? undefined : conditionWords(item, items, words)}
                live={view.live}
                frozen={frozen}
                words={words}
                acts={acts}
              />
            ))}
          </section>
        );
      })}
    </>
  );
}
