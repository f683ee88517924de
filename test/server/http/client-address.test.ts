import type { Context } from 'hono';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../server/config.ts';
import { anyNetwork, clientNetwork } from '../../../server/http/client-address.ts';

type Asked = typeof clientNetwork;

function network(ask: Asked, remoteAddress?: string, forwarded?: string, proxies = 0) {
  const c = {
    env: remoteAddress === undefined ? undefined : { incoming: { socket: { remoteAddress } } },
    req: { header: () => forwarded },
  };
  return ask(c as unknown as Context, readConfig({ TRUST_PROXY: String(proxies) }));
}

const seen = (...given: Parameters<typeof network> extends [Asked, ...infer Rest] ? Rest : never) =>
  network(clientNetwork, ...given);

describe('where a response comes from', () => {
  it.each([
    ['203.0.113.5', '203.0.113.5'],
    ['::ffff:203.0.113.5', '203.0.113.5'],
    ['::ffff:cb00:7105', '203.0.113.5'],
    ['0:0:0:0:0:FFFF:203.0.113.5', '203.0.113.5'],
    ['2001:db8:0:7:1:2:3:4', '2001:db8:0:7::/64'],
    ['2001:DB8::1', '2001:db8:0:0::/64'],
    ['2001:db8::7:1:2:3:4', '2001:db8:0:7::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['64:ff9b::203.0.113.5', '64:ff9b:0:0::/64'],
  ])('is the network of its connection: %s is %s', (address, network) => {
    expect(seen(address)).toBe(network);
  });

  it.each([
    undefined,
    '127.0.0.1',
    '127.8.9.1',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    'gibberish',
  ])('is unknown where that tells nobody apart: %s', (address) => {
    expect(seen(address)).toBeUndefined();
  });

  it('is what our own outermost proxy saw, and nothing that a visitor may claim', () => {
    expect(seen('127.0.0.1', '198.51.100.1, 203.0.113.5', 1)).toBe('203.0.113.5');
    expect(seen('127.0.0.1', '198.51.100.1, 203.0.113.5, 10.0.0.1', 2)).toBe('203.0.113.5');
    expect(seen('127.0.0.1', '203.0.113.5', 3)).toBe('203.0.113.5');
    expect(seen('192.0.2.1', '198.51.100.1')).toBe('192.0.2.1');
  });

  it.each([
    undefined,
    '',
    'unknown',
    '_hidden',
    '127.0.0.1',
    '::1',
    '0:0:0:0:0:0:0:1',
    '::ffff:127.0.0.1',
    ',',
    '203.0.113.5, unknown',
  ])(
    'is the proxy’s own connection where our proxy says %s, though it be this machine’s',
    (forwarded) => {
      expect(seen('10.0.0.1', forwarded, 1)).toBe('10.0.0.1');
      expect(seen('127.0.0.1', forwarded, 1)).toBe('loopback');
      expect(seen('::1', forwarded, 1)).toBe('loopback');
      expect(seen(undefined, forwarded, 1)).toBeUndefined();
    },
  );

  it('is this machine’s too where passwords are guessed', () => {
    const own = (remoteAddress: string, forwarded?: string, proxies = 0) =>
      network(anyNetwork, remoteAddress, forwarded, proxies);
    expect(own('127.0.0.1')).toBe('loopback');
    expect(own('::ffff:127.0.0.1', '203.0.113.5')).toBe('loopback');
    expect(own('127.0.0.1', '203.0.113.5', 1)).toBe('203.0.113.5');
    expect(own('192.0.2.1')).toBe('192.0.2.1');
  });

  it('is read with or without a port', () => {
    expect(seen('127.0.0.1', '203.0.113.5:4711', 1)).toBe('203.0.113.5');
    expect(seen('127.0.0.1', '[2001:db8::1]:4711', 1)).toBe('2001:db8:0:0::/64');
  });
});
