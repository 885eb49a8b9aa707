import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '../../api/call.ts';
import type { KeptField } from '../../offline/kept-fields.ts';
import { FieldSaver } from './field-saver.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A server that takes one value after the other, and can be made to refuse. */
function fieldOn(stored = '', device = newDevice()) {
  const server = { stored, sent: [] as string[], refusal: null as Error | null, meanwhile: () => {} };
  const options = () => ({
    stored: server.stored,
    isValid: (value: string) => value !== 'wrong',
    save: async (value: string, base: string | null) => {
      server.sent.push(value);
      server.meanwhile();
      await Promise.resolve();
      if (server.refusal) throw server.refusal;
      const isNew = base !== null && base !== server.stored && value.trim() !== server.stored;
      if (!isNew) server.stored = value.trim();
      // As a page is drawn with what the server has said.
      field.configure(options());
      if (isNew) throw new ApiError({ type: '', title: '', status: 409, code: 'conflict' });
    },
  });
  const field = new FieldSaver(options(), device);
  /** Somebody else saves, and a hint brings it. */
  const others = (value: string) => {
    server.stored = value;
    field.configure(options());
  };
  return { server, field, others };
}

/** Of one field. */
function newDevice() {
  let kept: KeptField | null = null;
  return { read: () => kept, write: (next: KeptField | null) => void (kept = next) };
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

describe('what is typed without network', () => {
  it('is there after a reload, and is saved then', async () => {
    const device = newDevice();
    const { server, field } = fieldOn('', device);
    server.refusal = new ApiError(null);
    field.change('Volos');
    await field.flush();
    const after = fieldOn('', device);
    expect(after.field.get().draft).toBe('Volos');
    after.field.reopen();
    await vi.advanceTimersByTimeAsync(0);
    expect(after.server.stored).toBe('Volos');
    expect(device.read()).toBeNull();
  });

  it('does not go over what a colleague has saved meanwhile, before its author has seen that', async () => {
    const device = newDevice();
    const { server, field } = fieldOn('', device);
    server.refusal = new ApiError(null);
    field.change('Volos');
    await field.flush();
    const { field: later, server: now } = fieldOn('Braga', device);
    await later.flush();
    expect(later.get()).toMatchObject({ draft: 'Volos', state: 'meanwhile' });
    expect(now.stored).toBe('Braga');
    await later.overwrite();
    expect(now.stored).toBe('Volos');
    expect(later.get()).toMatchObject({ draft: null, state: 'saved' });
    expect(device.read()).toBeNull();
  });

  it('is given up for what the colleague wrote, where its author says so', async () => {
    const device = newDevice();
    const { field, server, others } = fieldOn('', device);
    field.change('Volos');
    others('Braga');
    await field.flush();
    expect(field.get().state).toBe('meanwhile');
    // The field is left for the button.
    const leaving = field.flush();
    await Promise.resolve();
    expect(field.get().state).toBe('meanwhile');
    await leaving;
    expect(server.sent).toEqual(['Volos']);
    field.giveUp();
    expect(field.get()).toMatchObject({ draft: null, state: 'idle' });
    expect(server.stored).toBe('Braga');
    expect(device.read()).toBeNull();
  });

  it('is not tried again behind a page that is closed', async () => {
    const { server, field } = fieldOn();
    server.refusal = new ApiError(null);
    field.change('Volos');
    expect(await field.close()).toBe(false);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(server.sent).toEqual(['Volos']);
  });
});

describe('somebody who pauses between two words', () => {
  it('keeps the blank between them', async () => {
    const { server, field } = fieldOn();
    field.change('Olt ');
    await vi.advanceTimersByTimeAsync(800);
    expect(server.stored).toBe('Olt');
    expect(field.get().draft).toBe('Olt ');
    field.change('Olt Valley');
    await field.flush();
    expect(server.stored).toBe('Olt Valley');
  });

  it('sees what others write there, once nothing of theirs waits', async () => {
    const { field, others } = fieldOn();
    field.change('Olt ');
    await vi.advanceTimersByTimeAsync(800);
    others('Braga');
    expect(field.get().draft).toBeNull();
  });
});

it('one save after the other is no conflict with oneself', async () => {
  const { server, field } = fieldOn('Iasi');
  for (const value of ['Volos', 'Athens', 'Volos']) {
    field.change(value);
    await field.flush();
  }
  expect(field.get()).toMatchObject({ draft: null, state: 'saved' });
  expect(server.sent).toEqual(['Volos', 'Athens', 'Volos']);
});
