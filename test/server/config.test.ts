import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../../server/config.ts';

describe('the environment', () => {
  it('has a default for everything', () => {
    expect(readConfig({})).toEqual({
      port: 8787,
      host: '127.0.0.1',
      publicUrl: undefined,
      dataDir: './data',
      sqliteDriver: undefined,
      databaseUrl: undefined,
      adminPassword: undefined,
      example: true,
      trustProxy: 0,
      logLevel: 'info',
    });
  });

  it('takes what each variable is set to', () => {
    const config = readConfig({
      PORT: '80',
      HOST: '::',
      PUBLIC_URL: 'https://pj.example.gov.cn/manping/',
      DATA_DIR: '/srv/manping',
      SQLITE_DRIVER: 'node',
      DATABASE_URL: 'postgres://user:secret@db/manping',
      ADMIN_PASSWORD: ' with spaces ',
      EXAMPLE: 'off',
      TRUST_PROXY: '2',
      LOG_LEVEL: 'silent',
    });
    expect(config).toMatchObject({ port: 80, host: '::', dataDir: '/srv/manping', trustProxy: 2 });
    expect(config).toMatchObject({ sqliteDriver: 'node', example: false, logLevel: 'silent' });
    expect(config.publicUrl).toBe('https://pj.example.gov.cn/manping');
    expect(config.databaseUrl).toBe('postgres://user:secret@db/manping');
    expect(config.adminPassword).toBe(' with spaces ');
  });

  it.each([
    ['PORT', '８０８０', { port: 8080 }],
    ['PORT', ' 80\u00a0', { port: 80 }],
    ['TRUST_PROXY', '１', { trustProxy: 1 }],
    ['EXAMPLE', 'OFF', { example: false }],
    ['EXAMPLE', 'Ｏｆｆ ', { example: false }],
    ['LOG_LEVEL', 'Warn', { logLevel: 'warn' }],
    ['SQLITE_DRIVER', 'Node', { sqliteDriver: 'node' }],
    ['DATABASE_URL', '\u200b\u3000', { databaseUrl: undefined }],
  ])('reads %s=%s as it was meant', (name, typed, meant) => {
    expect(readConfig({ [name]: typed })).toEqual({ ...readConfig({}), ...meant });
  });

  it('counts a variable that is empty as not set', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '  ', EXAMPLE: '' })).toEqual(readConfig({}));
  });

  it.each([
    ['PORT', '80a'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '8787.5'],
    ['PORT', '8,5'],
    ['HOST', 'two words'],
    ['PUBLIC_URL', 'pj.example.gov.cn'],
    ['PUBLIC_URL', 'ftp://example.com'],
    ['PUBLIC_URL', 'https://example.com/?a=1'],
    ['SQLITE_DRIVER', 'better-sqlite3'],
    ['DATABASE_URL', 'mysql://db/manping'],
    ['EXAMPLE', 'yes'],
    ['TRUST_PROXY', 'true'],
    ['LOG_LEVEL', 'verbose'],
  ])('stops at %s=%s with one line that names the variable', (name, value) => {
    const read = () => readConfig({ [name]: value });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(new RegExp(`^${name} must be [^\n]+$`));
  });

  it.each([
    ['too short', '123456789'],
    ['too short, whatever its code units', '😀😀😀😀😀'],
    ['short once its accents are part of its letters', 'e\u0301'.repeat(5)],
    ['blank', ' '.repeat(12)],
    ['blank to whoever looks', '\u200b\u3000'.repeat(8)],
    ['a single blank', ' '],
    ['longer than signing in takes', 'x'.repeat(201)],
  ])('stops at an ADMIN_PASSWORD that is %s, and does not repeat it', (_, password) => {
    const read = () => readConfig({ ADMIN_PASSWORD: password });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(
      /^ADMIN_PASSWORD must be a password of 10 to 200 characters that are not all blank$/,
    );
  });

  it.each(['0123456789', '密码密码密码密码密码', '          x', 'x'.repeat(200)])(
    'takes %j for an ADMIN_PASSWORD',
    (password) => {
      expect(readConfig({ ADMIN_PASSWORD: password }).adminPassword).toBe(password);
    },
  );

  it('does not repeat a value that may hold a password', () => {
    const read = () => readConfig({ DATABASE_URL: 'mysql://user:hunter2@db/x' });
    expect(read).toThrow(/^DATABASE_URL must be/);
    expect(read).not.toThrow(/hunter2/);
  });
});
