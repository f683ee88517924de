import { describe, expect, it } from 'vitest';
import { tagsOf } from '../../support/html-tags.ts';
import { enForm, page, zhForm } from './sample.ts';

const inputsOf = (html: string, name: string) =>
  tagsOf(html).filter((tag) => tag.attributes['name'] === name);
const byId = (html: string, id: string) => tagsOf(html).find((tag) => tag.attributes['id'] === id);

describe('the page as the server sends it', () => {
  it('is a plain form that posts to the survey’s own address', () => {
    const html = page();
    const form = tagsOf(html).find((tag) => tag.name === 'form');
    // The browser says nothing of its own, in its own language: the page has its own words beside each item.
    expect(form?.attributes).toMatchObject({ method: 'post', novalidate: '' });
    const hidden = tagsOf(html).filter((tag) => tag.attributes['type'] === 'hidden');
    expect(hidden.map(({ attributes: { name, value } }) => [name, value])).toEqual([
      ['_id', '6a1f7a2e-3c1e-4b57-9d4e-0f4a1c2b3d4e'],
      ['_started', '2026-11-21T06:05:00.000Z'],
    ]);
    expect(tagsOf(html).some((tag) => tag.attributes['type'] === 'submit')).toBe(true);
  });

  it.each([
    ['zh-CN', zhForm, false, '?lang=zh-CN'],
    ['en', enForm, false, '?lang=en'],
    ['en', enForm, true, '?lang=en&amp;elder=1'],
  ] as const)(
    'posts to an address that keeps its language and its print: %s, %#',
    (_, form, elder, action) => {
      expect(page({ form, elder })).toContain(`action="${action}"`);
    },
  );

  it('asks a single choice by radios that are named after the item and labelled', () => {
    const radios = inputsOf(page(), 'gender');
    expect(radios.map((tag) => [tag.attributes['type'], tag.attributes['value']])).toEqual([
      ['radio', 'male'],
      ['radio', 'female'],
    ]);
    const labels = tagsOf(page()).filter((tag) => tag.name === 'label');
    expect(labels.slice(0, 2).map((tag) => tag.text)).toEqual(['男', '女']);
  });

  it('asks a multiple choice by checkboxes and says how many may be chosen', () => {
    const html = page();
    expect(inputsOf(html, 'matters').map((tag) => tag.attributes['type'])).toEqual(
      Array(3).fill('checkbox'),
    );
    expect(html).toContain('>按最近一年算<br/>可多选，最多 2 项</p>');
  });

  it('shows the ordered scale of a satisfaction item in words and in colours, best first', () => {
    const html = page();
    expect(inputsOf(html, 'overall').map((tag) => tag.attributes['value'])).toEqual([
      'very',
      'satisfied',
      'neutral',
      'dissatisfied',
    ]);
    const swatches = tagsOf(html).filter((tag) => tag.name === 'i');
    expect(swatches.map((tag) => tag.attributes['class'])).toEqual(['s0', 's1', 's2', 's4']);
  });

  it('asks for words in a labelled field that never cuts them off', () => {
    const html = page();
    const field = inputsOf(html, 'improve')[0];
    expect(field?.name).toBe('textarea');
    expect(field?.attributes['maxlength']).toBeUndefined();
    const label = tagsOf(html).find((tag) => tag.attributes['for'] === field?.attributes['id']);
    expect(label?.text).toContain('还有哪些需要完善？');
    expect(html).toContain('最多 20 字');
  });

  it('marks what is optional and leaves required items to the server, since one may not apply', () => {
    const html = page();
    const marks = tagsOf(html).filter((tag) => tag.name === 'em');
    expect(marks.map((tag) => tag.text)).toEqual(['选填']);
    expect(tagsOf(html).some((tag) => 'required' in tag.attributes)).toBe(false);
  });

  it('shows a conditional item with its condition, since nobody can show it later', () => {
    expect(inputsOf(page(), 'outcome')).toHaveLength(2);
    expect(byId(page(), 'outcome_if')?.text).toBe('只在第 2 题选“投诉”时回答');
  });

  it('brings back every answer of a post that was refused', () => {
    const html = page({
      answers: {
        gender: 'female',
        matters: ['permit', 'complaint'],
        improve: '路灯 <b>太暗</b>\n修一修',
      },
    });
    const checked = tagsOf(html).filter((tag) => 'checked' in tag.attributes);
    expect(checked.map((tag) => tag.attributes['value'])).toEqual([
      'female',
      'permit',
      'complaint',
    ]);
    expect(html).toContain('>路灯 &lt;b>太暗&lt;/b>\n修一修</textarea>');
  });
});

describe('the title', () => {
  it('says who asks, how long it takes and what becomes of the answers', () => {
    const html = page();
    expect(tagsOf(html).find((tag) => tag.name === 'h1')?.text).toBe('市水务局满意度调查');
    expect(html).toContain('约 2 分钟 · 最多 5 题');
    expect(html).toContain('不记姓名');
    expect(html).toContain('对市水务局做绩效评价的评价组');
  });

  it.each([
    [zhForm, ['谁在问', '做什么用', '留下什么', '不记姓名、电话和网络地址', '留多久']],
    [
      enForm,
      ['Who asks', 'What for', 'What is kept', 'no name, phone number or network', 'How long'],
    ],
  ])('says who asks, what for, what is kept and how long: $language', (form, said) => {
    const html = page({ form });
    for (const words of said) expect(html).toContain(words);
  });

  it('counts exactly where every item is put to everybody', () => {
    const items = zhForm.items.filter((item) => !item.showIf);
    expect(page({ form: { ...zhForm, items, minutes: null } })).toContain('>4 题<');
  });

  it('leads to the other language where the questionnaire has one', () => {
    const link = tagsOf(page()).find((tag) => tag.attributes['href']?.includes('lang=en'));
    expect(link?.attributes).toMatchObject({ href: '?lang=en', lang: 'en' });
    expect(page({ form: { ...zhForm, languages: ['zh-CN'] } })).not.toContain('?lang=en');
  });

  it('speaks English throughout on the English page', () => {
    const html = page({ form: enForm, errors: [{ item: 'overall', code: 'required' }] });
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('About 2 min · Up to 5 questions');
    const visible = tagsOf(html)
      .filter((tag) => tag.attributes['lang'] !== 'zh-CN')
      .map((tag) => tag.text.replaceAll('市水务局', ''));
    expect(visible.filter((text) => /\p{Script=Han}/u.test(text.replace('中文', '')))).toEqual([]);
  });
});

describe('errors', () => {
  const errors = [
    { item: 'gender', code: 'required' },
    { item: 'matters', code: 'too-many' },
    { item: 'improve', code: 'too-long' },
  ];
  const answers = { matters: ['permit', 'advice', 'complaint'], improve: '字'.repeat(21) };
  const html = page({ errors, answers });
  const words = [
    '第 1 题还没有选择',
    '第 2 题最多选 2 项，现在选了 3 项',
    '第 5 题最多写 20 字，现在有 21 字',
  ];

  it('stand beside their item, which names them as its description', () => {
    expect(['gender', 'matters', 'improve'].map((id) => byId(html, `${id}_error`)?.text)).toEqual(
      words,
    );
    const described = tagsOf(html).filter((tag) =>
      tag.attributes['aria-describedby']?.includes('_error'),
    );
    expect(described.map((tag) => tag.name)).toEqual([
      'fieldset',
      'fieldset',
      'input',
      'input',
      'input',
      'textarea',
    ]);
  });

  it('stand in a summary that takes the focus and leads to each item in the same words', () => {
    const summary = byId(html, 'message');
    expect(summary?.attributes).toMatchObject({ tabindex: '-1', autofocus: '' });
    const links = tagsOf(html).filter((tag) => tag.attributes['href']?.startsWith('#'));
    expect(links.map((tag) => tag.text)).toEqual(words);
    for (const link of links) {
      expect(byId(html, link.attributes['href']?.slice(1) ?? '')).toBeDefined();
    }
  });

  it('are told by the page’s title too', () => {
    expect(tagsOf(html).find((tag) => tag.name === 'title')?.text).toBe('错误：市水务局满意度调查');
  });

  it('of a kind or an item the page does not know are still said', () => {
    const strange = page({
      errors: [
        { item: 'gender', code: 'unknown-option' },
        { item: 'nowhere', code: 'unknown-item' },
      ],
    });
    expect(byId(strange, 'gender_error')?.text).toBe('第 1 题的答案没有认出来，请重新作答');
    expect(byId(strange, 'message')?.text).toContain('有一处答案没有认出来');
  });
});

describe('what the page may run', () => {
  it('is only what carries its nonce: no handlers, no style attributes, nothing from elsewhere', () => {
    const tags = tagsOf(page());
    for (const { name, attributes } of tags) {
      expect(Object.keys(attributes).filter((key) => /^on|^style$|^src$/.test(key))).toEqual([]);
      if (name === 'style' || (name === 'script' && attributes['type'] === undefined)) {
        expect(attributes['nonce']).toBe('n0nce');
      }
      if (name === 'script' && attributes['type']) {
        expect(attributes).toMatchObject({ type: 'application/json', id: 'data' });
      }
    }
    expect(tags.flatMap((tag) => tag.attributes['src'] ?? [])).toEqual([]);
    const links = tags.filter((tag) => tag.name === 'link');
    expect(links.map((tag) => tag.attributes['href'])).toEqual(['data:,']);
  });

  it('cannot be smuggled in by an answer or a text', () => {
    const evil = '</script><script>alert(1)</script><!--';
    const form = { ...zhForm, title: evil, items: zhForm.items.map((i) => ({ ...i, text: evil })) };
    const html = page({ form, answers: { improve: evil } });
    expect(html.match(/<script/g)).toHaveLength(2);
    expect(html.match(/<\/script/g)).toHaveLength(2);
    expect(html).not.toContain('<!--');
    const errors = [{ item: evil, code: evil }];
    const carried = /id="data">([\s\S]*?)<\/script>/.exec(page({ form, errors }))?.[1] ?? '';
    expect(JSON.parse(carried).errors).toEqual(errors);
  });
});
