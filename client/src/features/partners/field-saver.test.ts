import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '../../api/call.ts';
import { FieldSaver } from './field-saver.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A server that takes one value after the other, and can be made to refuse. */
function fieldOn(stored = '') {
  const server = { stored, sent: [] as string[], refusal: null as Error | null, meanwhile: () => {} };
  const options = {
    get stored() {
      return server.stored;
    },
    isValid: (value: string) => value !== 'wrong',
    save: async (value: string) => {
      server.sent.push(value);
      server.meanwhile();
      await Promise.resolve();
      if (server.refusal) throw server.refusal;
      server.stored = value;
    },
  };
  return { server, field: new FieldSaver(options) };
}

describe('a field that saves itself', () => {
  it('saves once after a pause, and then shows what is stored', async () => {
    const { server, field } = fieldOn();
    for (const value of ['V', 'Vo', 'Vol', 'Volos']) field.change(value);
    await vi.advanceTimersByTimeAsync(799);
    expect(server.sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(server.sent).toEqual(['Volos']);
    expect(field.get()).toMatchObject({ draft: null, state: 'saved' });
  });

  it('keeps what is typed while an older value is on its way, and sends it after that', async () => {
    const { server, field } = fieldOn();
    field.change('Vol');
    server.meanwhile = () => field.change('Volos');
    await field.flush();
    server.meanwhile = () => {};
    expect(field.get()).toMatchObject({ draft: 'Volos', state: 'idle' });
    await field.flush();
    expect(server.sent).toEqual(['Vol', 'Volos']);
    expect(field.get().draft).toBeNull();
  });

  it('keeps what was refused in the field, and says so', async () => {
    const { server, field } = fieldOn('before');
    server.refusal = new ApiError({ type: '', title: '', status: 422, code: 'invalid-body' });
    field.change('after');
    await field.flush();
    expect(field.get()).toMatchObject({ draft: 'after', state: 'failed', error: server.refusal });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(server.sent).toEqual(['after']);
  });

  it('tries again by itself when the server could not be reached', async () => {
    const { server, field } = fieldOn();
    server.refusal = new ApiError(null);
    field.change('Volos');
    await field.flush();
    expect(field.get()).toMatchObject({ draft: 'Volos', state: 'failed' });
    server.refusal = null;
    await vi.advanceTimersByTimeAsync(5000);
    expect(field.get()).toMatchObject({ draft: null, state: 'saved' });
    expect(server.stored).toBe('Volos');
  });

  it('does not send what is wrong, nor what is stored already', async () => {
    const { server, field } = fieldOn('same');
    field.change('wrong');
    await field.flush();
    expect(field.get().draft).toBe('wrong');
    field.change('same');
    await field.flush();
    expect(server.sent).toEqual([]);
    expect(field.get().draft).toBeNull();
  });
});
