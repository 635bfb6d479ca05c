import { defaultTimeout } from '../article/default-timeout.ts';
import type { Limits } from './runner.ts';

/** What an example may use; only the time is its author's to change. */
export const defaultLimits: Limits = {
  time: defaultTimeout,
  output: 1024 ** 2,
  memory: 512 * 1024 ** 2,
};
