import type { CompositeOf } from '../../../../survey-definitions/composite.ts';
import { compositeItems } from '../../../../survey-definitions/composite-items.ts';
import { itemsOf } from '../../../../survey-definitions/item-options.ts';
import type { Questionnaire } from '../../../../survey-definitions/questionnaire.ts';
import { useWords } from '../../language.tsx';
import { DataTable, Row } from '../../parts/data-table.tsx';
import { tradeTerms } from '../../terms.ts';
import { useTexts } from './texts.tsx';
import { questionnaireWords } from './words.ts';

/** How the group's number will be made of its items, before there is any number. */
export function CompositeInWords({ definition }: { definition: Questionnaire }) {
  const words = useWords(questionnaireWords).composite;
  const items = compositeItems(definition);
  return (
    <section class="stack small composite-in-words">
      <h3>{words.title}</h3>
      {items.length === 0 ? (
        <p class="quiet">{words.none}</p>
      ) : (
        <>
          <Method definition={definition} items={items} />
          <p class="quiet">{words.item}</p>
        </>
      )}
    </section>
  );
}

function Method({ definition, items }: { definition: Questionnaire; items: string[] }) {
  const { comma, colon, composite: words } = useWords(questionnaireWords);
  const topicOf = useTopics(definition);
  const n = items.length;
  const { composite = { method: 'items' } } = definition;
  const listed = (lead: string) => (
    <p>
      {lead}
      {colon}
      {items.map(topicOf).join(comma)}
    </p>
  );
  switch (composite.method) {
    case 'items':
      return composite.weights === undefined ? (
        listed(words.mean(n))
      ) : (
        <Weighted composite={composite} items={items} topicOf={topicOf} />
      );
    case 'dimensions':
      return <Dimensions composite={composite} topicOf={topicOf} />;
    case 'pooled':
      return listed(words.pooled(String(n)));
    case 'overall':
      return listed(words.overall);
    case 'top':
      return listed(words.top(String(composite.grades), String(n)));
    case 'persons':
      return listed(words.persons(String(composite.threshold), String(n)));
  }
}

type TopicOf = (item: string) => string;

function useTopics(definition: Questionnaire): TopicOf {
  const { said } = useTexts();
  const items = itemsOf(definition);
  return (id) => {
    const item = items.find((one) => one.id === id);
    return item ? said(item.topic) : id;
  };
}

function Weighted(props: { composite: CompositeOf<'items'>; items: string[]; topicOf: TopicOf }) {
  const { composite: words } = useWords(questionnaireWords);
  const terms = useWords(tradeTerms);
  const { composite, items, topicOf } = props;
  return (
    <>
      <p>{words.weighted(String(items.length))}</p>
      <DataTable
        size="small"
        columns={[{ label: terms.item }, { label: words.weight, kind: 'number' }]}
        rows={items.map((item) => (
          <Row key={item} cells={[topicOf(item), composite.weights?.[item]]} />
        ))}
      />
    </>
  );
}

function Dimensions(props: { composite: CompositeOf<'dimensions'>; topicOf: TopicOf }) {
  const { comma, composite: words } = useWords(questionnaireWords);
  const terms = useWords(tradeTerms);
  const { said } = useTexts();
  const { dimensions } = props.composite;
  return (
    <>
      <p>{words.dimensions(String(dimensions.length))}</p>
      <DataTable
        class="dimension-table"
        size="small"
        columns={[
          { label: words.dimension },
          { label: terms.item },
          { label: words.weight, kind: 'number' },
        ]}
        rows={dimensions.map(({ id, name, weight, items }) => (
          <Row key={id} cells={[said(name), items.map(props.topicOf).join(comma), weight]} />
        ))}
      />
    </>
  );
}
