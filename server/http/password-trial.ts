import type { Context } from 'hono';
import type { Tried } from '../accounts/password-check.ts';
import type { Config } from '../config.ts';
import { anyNetwork } from './client-address.ts';
import { readKnownDevice } from './known-device.ts';

/** From where a password is tried, by which failures are counted. */
export const triedFrom = (c: Context, config: Config): Pick<Tried, 'network' | 'device'> => ({
  network: anyNetwork(c, config),
  device: readKnownDevice(c, config),
});
