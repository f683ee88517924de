import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { sendOnce } from '../../../client/form/send.ts';
import { hexOf, sha256, wordsOf } from '../../../client/form/sha256.ts';

describe('the page’s own SHA-256', () => {
  it('is that of everybody else, for whatever fits one block', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 55 }), (bytes) => {
        const padded = new Uint8Array(64);
        padded.set(bytes);
        padded[bytes.length] = 0x80;
        new DataView(padded.buffer).setUint32(60, bytes.length * 8);
        const block = new Int32Array(wordsOf(Buffer.from(padded).toString('hex')));
        expect(hexOf(sha256(block))).toBe(createHash('sha256').update(bytes).digest('hex'));
      }),
    );
  });
});

describe('a proof of work', () => {
  const answer = (status: number, body: object) => Response.json(body, { status });
  const request = { url: '/r', id: 'x', body: '{"answers":{}}', lang: 'zh-CN' };
  const server = (...answers: Response[]) =>
    vi.fn<typeof fetch>(async () => answers.shift() ?? Response.error());
  const bodies = (send: ReturnType<typeof server>) => send.mock.calls.map(([, init]) => init?.body);
  const taken = { id: 'x', receipt: '7K3F-29QD' };

  it('is made only where the server asks for one, and sent beside the content that was frozen', async () => {
    const makeProof = vi.fn(async () => 'cHJvb2Y=');
    const send = server(answer(403, { code: 'proof-needed' }), answer(201, taken));
    expect(await sendOnce({ ...request, makeProof }, send)).toMatchObject({ kind: 'accepted' });
    expect(bodies(send)).toEqual([request.body, '{"answers":{},"proof":"cHJvb2Y="}']);

    const heard = server(answer(200, taken));
    expect(await sendOnce({ ...request, makeProof }, heard)).toMatchObject({
      alreadyReceived: true,
    });
    expect(makeProof).toHaveBeenCalledTimes(1);
  });

  it('that is not accepted, or cannot be made just now, is made again later', async () => {
    const wrong = () => answer(403, { code: 'proof-wrong' });
    const makeProof = async () => 'late';
    expect(await sendOnce({ ...request, makeProof }, server(wrong(), wrong()))).toEqual({
      kind: 'again',
      after: 0,
    });
    const broken = () => Promise.reject(new Error('offline'));
    expect(await sendOnce({ ...request, makeProof: broken }, server(wrong()))).toMatchObject({
      kind: 'again',
    });
  });

  it('leaves what else the server says as it is', async () => {
    const faulty = answer(422, { errors: [{ item: 'air', code: 'required' }] });
    const send = server(answer(403, { code: 'proof-needed' }), faulty);
    expect(await sendOnce({ ...request, makeProof: async () => 'p' }, send)).toMatchObject({
      kind: 'faulty',
    });
  });
});
