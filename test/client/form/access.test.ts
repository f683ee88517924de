import { describe, expect, it } from 'vitest';
import { sendOnce } from '../../../client/form/send.ts';
import { tagsOf } from '../../support/html-tags.ts';
import { page } from './sample.ts';

const CODE = '7K3F29QDABCDEFGHJKMNPQRSTV';
const fieldIn = (html: string) =>
  tagsOf(html).find(({ attributes }) => attributes['name'] === '_k');
const boxIn = (html: string) =>
  tagsOf(html).find(({ attributes }) => attributes['id'] === '_k_card');

describe('the page of a protected survey', () => {
  it('asks for a code only where the survey needs one', () => {
    expect(fieldIn(page())).toBeUndefined();
    expect(page()).not.toContain('<noscript');
    const html = page({ access: { needed: true, code: null } });
    expect(fieldIn(html)).toMatchObject({
      text: '',
      attributes: { 'aria-describedby': '_k_help' },
    });
    expect(boxIn(html)?.attributes).not.toHaveProperty('hidden');
    expect(html).toMatch(/<label [^>]*for="_k_">访问码<\/label>/);
  });

  it('carries the code that came with the link, out of sight, and through its own links', () => {
    const html = page({ access: { needed: true, code: CODE } });
    expect(fieldIn(html)?.text).toBe(CODE);
    expect(boxIn(html)?.attributes).toHaveProperty('hidden');
    const links = tagsOf(html).filter(({ name, attributes }) => {
      return name === 'a' && attributes['href']?.startsWith('?');
    });
    expect(links.length).toBeGreaterThan(1);
    for (const { attributes } of links) expect(attributes['href']).toContain(`k=${CODE}`);
  });

  it('shows a code that was no good, so that it can be put right', () => {
    const html = page({
      access: { needed: true, code: '"><script>' },
      errors: [{ accessCode: 'access-code-unknown' }],
    });
    expect(boxIn(html)?.attributes).not.toHaveProperty('hidden');
    expect(fieldIn(html)?.attributes).toMatchObject({
      'aria-invalid': 'true',
      'aria-describedby': '_k_error _k_help',
    });
    // The same words in the summary and beside the field.
    expect(html).toContain('<a href="#_k_card">请填写正确的访问码</a>');
    expect(html).toContain('<p class="error" id="_k_error">请填写正确的访问码</p>');
    expect(html).not.toContain('"><script>');
  });

  it('says without script that a proof of work needs one', () => {
    expect(page({ proofOfWork: true })).toMatch(/<noscript>.*JavaScript.*<\/noscript>/);
  });
});

describe('an answer about the code', () => {
  const outcome = (code: string) =>
    sendOnce({ url: '/', id: 'x', body: '{}', lang: 'zh-CN' }, async () =>
      Response.json({ code, title: '…' }, { status: 403 }),
    );

  it('leads back to the code, and is told apart from a closed survey', async () => {
    for (const code of ['access-code-missing', 'access-code-unknown', 'access-code-spent'])
      expect(await outcome(code)).toEqual({ kind: 'faulty', errors: [{ accessCode: code }] });
    expect(await outcome('survey-not-open')).toMatchObject({ kind: 'refused' });
  });
});
