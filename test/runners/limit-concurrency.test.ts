import { expect, test } from 'vitest';
import { limitConcurrency } from '../../src/runners/limit-concurrency.ts';

test('runs no more jobs at once than the limit, also where one comes just as another ends', async () => {
  const inTurn = limitConcurrency(1);
  let running = 0;
  let most = 0;
  const jobs: Promise<void>[] = [];
  // At one of these moments, a job is over and the next that waits has not yet gone on.
  for (let tick = 0; tick < 100; tick++) {
    jobs.push(
      inTurn(async () => {
        most = Math.max(most, ++running);
        await Promise.resolve();
        running--;
      }),
    );
    await Promise.resolve();
  }
  await Promise.all(jobs);
  expect(most).toBe(1);
});

test('lets jobs begin in the order in which they came', async () => {
  const inTurn = limitConcurrency(2);
  const begun: number[] = [];
  await Promise.all([0, 1, 2, 3].map((number) => inTurn(async () => void begun.push(number))));
  expect(begun).toEqual([0, 1, 2, 3]);
});

test('goes on after a job that fails', async () => {
  const inTurn = limitConcurrency(1);
  const failing = inTurn(() => Promise.reject(new Error('failed')));
  const next = inTurn(async () => 'next');
  await expect(failing).rejects.toThrow('failed');
  expect(await next).toBe('next');
  expect(await inTurn(async () => 'later')).toBe('later');
});
