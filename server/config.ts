import { z } from 'zod';
import { foldCaseless, foldNumber } from '../survey-definitions/typed-text.ts';
import { isBlankText } from '../survey-definitions/unseen.ts';
import { isAcceptablePassword, LONGEST_PASSWORD, SHORTEST_PASSWORD } from './password-rules.ts';

export interface Config {
  port: number;
  host: string;
  /** Without a slash at the end; without it, links are made of the request's own address. */
  publicUrl: string | undefined;
  dataDir: string;
  sqliteDriver: 'sqlite3' | 'node' | undefined;
  databaseUrl: string | undefined;
  adminPassword: string | undefined;
  /** Whether an empty database gets the worked example. */
  example: boolean;
  /** How many proxies in front are ours. */
  trustProxy: number;
  logLevel: (typeof LOG_LEVELS)[number];
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** A variable whose value cannot be used; the message is the one line that is printed. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

const wholeNumber = (from: number, to: number) =>
  z
    .string()
    .transform((text) => foldNumber(text))
    .pipe(z.string().regex(/^\d{1,9}$/))
    .transform(Number)
    .refine((value) => value >= from && value <= to);

const oneOf = <T extends string>(names: readonly T[]) =>
  z.string().transform(foldCaseless).pipe(z.enum(names));

const url = (protocols: readonly string[], fits: (address: URL) => boolean = () => true) =>
  z.string().refine((text) => {
    if (!URL.canParse(text)) return false;
    const address = new URL(text);
    return protocols.includes(address.protocol) && address.hostname !== '' && fits(address);
  });

/** Each variable, what it takes, and what to say where its value is something else. */
const VARIABLES = {
  PORT: [wholeNumber(0, 65535).default(8787), 'a whole number from 0 to 65535'],
  HOST: [
    z
      .string()
      .regex(/^[A-Za-z0-9.:_-]+$/)
      .default('127.0.0.1'),
    'an address or host name to listen on, such as 127.0.0.1 or 0.0.0.0',
  ],
  PUBLIC_URL: [
    url(['http:', 'https:'], ({ search, hash }) => search === '' && hash === '')
      .transform((text) => text.replace(/(?<!\/)\/+$/, ''))
      .optional(),
    'an address that begins with http:// or https://, without ? or #',
  ],
  DATA_DIR: [z.string().default('./data'), 'a folder'],
  SQLITE_DRIVER: [oneOf(['sqlite3', 'node']).optional(), 'sqlite3 or node'],
  DATABASE_URL: [
    url(['postgres:', 'postgresql:']).optional(),
    'an address that begins with postgres://',
  ],
  ADMIN_PASSWORD: [
    z.string().refine(isAcceptablePassword).optional(),
    `a password of ${SHORTEST_PASSWORD} to ${LONGEST_PASSWORD} characters that are not all blank`,
  ],
  EXAMPLE: [oneOf(['on', 'off']).default('on'), 'on or off'],
  TRUST_PROXY: [wholeNumber(0, 10).default(0), 'a whole number from 0 to 10'],
  LOG_LEVEL: [oneOf(LOG_LEVELS).default('info'), `one of ${LOG_LEVELS.join(', ')}`],
} as const satisfies Record<string, readonly [z.ZodType, string]>;

/** Every variable that is read, for the documentation's test. */
export const VARIABLE_NAMES: readonly string[] = Object.keys(VARIABLES);

/** Values that must not appear in an error line, because they hold or may hold a password. */
const SECRET = new Set(['ADMIN_PASSWORD', 'DATABASE_URL']);

/** The environment, parsed once. A variable that is empty counts as not set. Throws a ConfigError that names the variable. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const read = <K extends keyof typeof VARIABLES>(name: K): z.infer<(typeof VARIABLES)[K][0]> => {
    const [schema, takes] = VARIABLES[name];
    // Blanks are a slip, but for a password: who set one must not be given another.
    const isUnset = name === 'ADMIN_PASSWORD' ? !env[name] : isBlankText(env[name] ?? '');
    const given = isUnset ? undefined : env[name];
    const parsed = schema.safeParse(given);
    if (parsed.success) return parsed.data as z.infer<(typeof VARIABLES)[K][0]>;
    const instead = SECRET.has(name) ? '' : `, not ${JSON.stringify(given)}`;
    throw new ConfigError(`${name} must be ${takes}${instead}`);
  };
  return {
    port: read('PORT'),
    host: read('HOST'),
    publicUrl: read('PUBLIC_URL'),
    dataDir: read('DATA_DIR'),
    sqliteDriver: read('SQLITE_DRIVER'),
    databaseUrl: read('DATABASE_URL'),
    adminPassword: read('ADMIN_PASSWORD'),
    example: read('EXAMPLE') === 'on',
    trustProxy: read('TRUST_PROXY'),
    logLevel: read('LOG_LEVEL'),
  };
}
