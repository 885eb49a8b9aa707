// What every adapter of the bus must do.
import { expect, test } from 'vitest';
import type { Bus, BusMessage } from './bus.ts';

const hint = (topic: 'comments' | 'people'): BusMessage => ({ kind: 'hint', proposalId: 'p' as never, topic });

/** @param settled resolves when everything published was heard */
export function busContract(create: (onError: (error: unknown) => void) => Bus, settled: () => Promise<void>): void {
  test('everybody who listens hears each message once, in order', async () => {
    const bus = create(() => undefined);
    const heard: BusMessage[][] = [[], []];
    for (const list of heard) bus.subscribe((message) => void list.push(message));
    bus.publish(hint('comments'));
    bus.publish(hint('people'));
    await settled();
    expect(heard).toEqual([
      [hint('comments'), hint('people')],
      [hint('comments'), hint('people')],
    ]);
  });

  test('who comes late hears nothing of before, who has left nothing more', async () => {
    const bus = create(() => undefined);
    const heard: BusMessage[] = [];
    bus.publish(hint('comments'));
    await settled();
    const leave = bus.subscribe((message) => void heard.push(message));
    bus.publish(hint('people'));
    await settled();
    leave();
    bus.publish(hint('comments'));
    await settled();
    expect(heard).toEqual([hint('people')]);
  });

  test('one that fails takes nothing from the others, nor from who published', async () => {
    const errors: unknown[] = [];
    const bus = create((error) => void errors.push(error));
    const heard: BusMessage[] = [];
    bus.subscribe(() => {
      throw new Error('of one listener');
    });
    bus.subscribe((message) => void heard.push(message));
    bus.publish(hint('people'));
    await settled();
    expect(heard).toEqual([hint('people')]);
    expect(errors).toHaveLength(1);
  });
}
