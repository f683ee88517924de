import { describe, expect, it } from 'vitest';
import { linkReach } from '../../survey-definitions/link-reach.ts';

describe('who can open a link', () => {
  it.each([
    'http://localhost:8787/s/abcd2345',
    'http://LOCALHOST./s/abcd2345',
    'https://manping.localhost/s/abcd2345',
    'http://127.0.0.1:9180/s/abcd2345?p=hall',
    'http://127.1/s/abcd2345',
    'http://0x7f000001/s/abcd2345',
    'http://2130706433/s/abcd2345',
    'http://0.0.0.0:8787/s/abcd2345',
    'http://[::1]:8787/s/abcd2345',
    'http://[::]:8787/s/abcd2345',
    'http://[::ffff:127.0.0.1]/s/abcd2345',
    '/s/abcd2345',
    '',
  ])('is nobody with a phone: %s', (link) => {
    expect(linkReach(link)).toBe('this-machine');
  });

  it.each([
    'http://192.168.1.20:8787/s/abcd2345',
    'http://10.0.0.7/s/abcd2345',
    'http://172.16.4.1/s/abcd2345',
    'http://172.31.255.1/s/abcd2345',
    'http://169.254.3.4/s/abcd2345',
    'http://100.64.0.9/s/abcd2345',
    'http://[fe80::1]/s/abcd2345',
    'http://[fd12:3456::1]/s/abcd2345',
    'http://pingjia.local:8787/s/abcd2345',
    'http://pingjia:8787/s/abcd2345',
    'https://survey.internal/s/abcd2345',
    'https://diaocha.lan/s/abcd2345',
  ])('is whoever is in the same network: %s', (link) => {
    expect(linkReach(link)).toBe('same-network');
  });

  it.each([
    'https://diaocha.example.gov.cn/s/abcd2345',
    'http://203.0.113.9:8080/s/abcd2345',
    'http://172.32.0.1/s/abcd2345',
    'http://172.15.0.1/s/abcd2345',
    'http://192.169.0.1/s/abcd2345',
    'http://100.128.0.1/s/abcd2345',
    'http://[2001:db8::1]/s/abcd2345',
    'https://localhost.example.cn/s/abcd2345',
    'https://127.0.0.1.example.cn/s/abcd2345',
    'https://满意度.中国/s/abcd2345',
    'https://10.example.cn/s/abcd2345',
  ])('is anybody: %s', (link) => {
    // A domain that begins like a private address is none.
    expect(linkReach(link)).toBe('anywhere');
  });
});
