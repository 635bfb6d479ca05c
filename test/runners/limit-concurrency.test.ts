import { expect, test } from 'vitest';
import { limitConcurrency } from '../../src/runners/limit-concurrency.ts';

test('runs no more jobs at once than the limit, also where one comes just as another ends', async () => {
  const inTurn = limitConcurrency(1);
  let running = 0;
  const order: string[] = [];
  const job = (name: string) =>
    inTurn(async () => {
      order.push(name);
      expect(++running, name).toBe(1);
      await Promise.resolve();
      running--;
    });
  const first = job('first');
  const second = job('second');
  // Comes when the turn of the first is over and the second has not yet gone on.
  await Promise.all([first.then(() => job('third')), second]);
  expect(order).toEqual(['first', 'second', 'third']);
});

test('goes on behind a job that fails', async () => {
  const inTurn = limitConcurrency(1);
  const failing = inTurn(() => Promise.reject(new Error('failed')));
  const next = inTurn(async () => 'next');
  await expect(failing).rejects.toThrow('failed');
  expect(await next).toBe('next');
});
