import type { ComponentChildren } from 'preact';
import { itemsOf } from '../../../../survey-definitions/item-options.ts';
import type { Item, Questionnaire, Section } from '../../../../survey-definitions/questionnaire.ts';
import type { Text } from '../../../../survey-definitions/text.ts';
import { isIn, textIn } from '../../../../survey-definitions/wording.ts';
import { ValidityRules } from '../../judging/validity-rules.tsx';
import { useLanguage, useWords } from '../../language.tsx';
import { CompositeInWords } from './composite-in-words.tsx';
import { Offered } from './offered.tsx';
import { useTexts } from './texts.tsx';
import { questionnaireWords } from './words.ts';

/**
 * All that a questionnaire says: what is asked, with the weights that respondents do not see, and what is made of the
 * answers. `beside` an item stands what its screen has to say of it.
 */
export function QuestionnaireBody(props: {
  definition: Questionnaire;
  beside?(item: Item): ComponentChildren;
}) {
  const words = useWords(questionnaireWords);
  const { said, shown } = useTexts();
  const { definition } = props;
  return (
    <>
      {definition.intro && <p class="reading">{shown(definition.intro)}</p>}
      <p class="small quiet">{words.requiredUnless}</p>
      {definition.sections.map((section) => (
        <SectionText key={section.id} section={section} {...props} />
      ))}
      <CompositeInWords definition={definition} />
      <ValidityRules definition={definition} said={said} />
    </>
  );
}

/** What a definition was taken from; where it is not said in the reader's language, only on asking. */
export function Reference({ text }: { text: Text }) {
  const words = useWords(questionnaireWords);
  const { language } = useLanguage();
  const said = textIn(text, language);
  if (isIn(text, language)) {
    return (
      <p class="small quiet reading">
        {words.reference} {said}
      </p>
    );
  }
  return (
    <details class="small quiet reading">
      <summary>{words.referenceElsewhere}</summary>
      <p lang={language === 'en' ? 'zh-CN' : 'en'}>{said}</p>
    </details>
  );
}

function SectionText(props: {
  section: Section;
  definition: Questionnaire;
  beside?(item: Item): ComponentChildren;
}) {
  const { shown } = useTexts();
  const { section, definition, beside } = props;
  const from = itemsOf(definition).findIndex(({ id }) => id === section.items[0]?.id) + 1;
  return (
    <section class="stack">
      <h3>{shown(section.title)}</h3>
      {section.intro && <p class="small quiet">{shown(section.intro)}</p>}
      <ol class="item-list" start={from}>
        {section.items.map((item, index) => (
          <li key={item.id} class="item-text" id={`item-${item.id}`}>
            <span class="item-number quiet">{from + index}</span>
            <div>
              <Asked item={item} definition={definition} />
              {beside?.(item)}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Asked({ item, definition }: { item: Item; definition: Questionnaire }) {
  const words = useWords(questionnaireWords);
  const { shown } = useTexts();
  return (
    <>
      <p>
        {shown(item.text)} {!item.required && <span class="small quiet">{words.optional}</span>}
      </p>
      {item.help && <p class="small quiet">{shown(item.help)}</p>}
      {item.showIf && <ShowIf item={item} definition={definition} />}
      {item.type === 'text' ? (
        <p class="small quiet">{words.openText(item.maxLength)}</p>
      ) : (
        <Offered item={item} definition={definition} />
      )}
    </>
  );
}

/** When an item is asked, in words: after which answers to which item. */
function ShowIf({ item, definition }: { item: Item; definition: Questionnaire }) {
  const words = useWords(questionnaireWords);
  const { said } = useTexts();
  const { showIf } = item;
  if (!showIf) return null;
  const items = itemsOf(definition);
  const asked = items.findIndex(({ id }) => id === showIf.item);
  const before = items[asked];
  const options = before && 'options' in before ? before.options : [];
  const labels = showIf.options.map((id) => {
    const option = options.find((one) => one.id === id);
    return option ? said(option.label) : id;
  });
  return <p class="small quiet">{words.showIf(String(asked + 1), labels.join(words.or))}</p>;
}
