// Somebody who writes at random with real keys, the clipboard and an input method. The same seed presses the same keys; how
// they meet those of others is up to the network and the machine.

import { createRandom, type Random } from '@adagia/shared/random';
import type { CDPSession } from '@playwright/test';
import type { PersonAtScreen } from './people.ts';

/** One clipboard for all browsers of a machine: people take turns at it, as if each had one. */
class Turns {
  #last: Promise<void> = Promise.resolve();

  take(work: () => Promise<void>): Promise<void> {
    this.#last = this.#last.then(work);
    return this.#last;
  }
}

const clipboard = new Turns();

const shortcuts = ['Control+b', 'Control+i', 'Control+Shift+8', 'Control+Shift+7', 'Control+Alt+2', 'Control+Alt+0'];
const moves = ['Home', 'End', 'Control+Home', 'Control+End', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'];
/** No Tab: outside of a list it leaves the text. */
const joints = ['Enter', 'Enter', 'Shift+Enter', 'Backspace', 'Delete'];
const history = ['Control+z', 'Control+z', 'Control+z', 'Control+y', 'Control+Shift+z'];

export class RandomPerson {
  readonly #person: PersonAtScreen;
  readonly #random: Random;
  readonly #fresh: () => string;
  #devices: CDPSession | null = null;
  readonly log: string[] = [];

  /** @param fresh a character that nobody has typed yet */
  constructor(person: PersonAtScreen, seed: number, fresh: () => string) {
    this.#person = person;
    this.#random = createRandom(seed);
    this.#fresh = fresh;
  }

  /** One thing that people do. */
  async act(): Promise<void> {
    const what = this.#random.below(100);
    if (what < 38) await this.#type(1 + this.#random.below(4));
    else if (what < 56) await this.#press(moves, 1 + this.#random.below(3));
    else if (what < 68) await this.#press(joints, 1);
    else if (what < 76) await this.#replace();
    else if (what < 82) await this.#move();
    else if (what < 88) await this.#press(history, 1 + this.#random.below(2));
    else if (what < 94) await this.#press(shortcuts, 1);
    else await this.#compose();
  }

  async #press(keys: readonly string[], times: number): Promise<void> {
    for (let count = 0; count < times; count += 1) {
      const key = this.#random.pick(keys);
      this.log.push(key);
      await this.#person.page.keyboard.press(key);
    }
  }

  async #session(): Promise<CDPSession> {
    this.#devices ??= await this.#person.context.newCDPSession(this.#person.page);
    return this.#devices;
  }

  /** Keys of a keyboard that has them, as a Greek one has α. */
  async #type(count: number): Promise<void> {
    const session = await this.#session();
    for (let index = 0; index < count; index += 1) {
      const text = this.#fresh();
      this.log.push(text);
      await session.send('Input.dispatchKeyEvent', { type: 'keyDown', text, key: text, windowsVirtualKeyCode: 65 });
      await session.send('Input.dispatchKeyEvent', { type: 'keyUp', key: text, windowsVirtualKeyCode: 65 });
    }
  }

  async #select(): Promise<void> {
    const key = this.#random.pick([
      'Shift+ArrowLeft',
      'Shift+ArrowRight',
      'Shift+ArrowLeft',
      'Shift+ArrowRight',
      'Shift+ArrowUp',
    ]);
    const times = key.includes('Left') || key.includes('Right') ? 1 + this.#random.below(5) : 1;
    for (let count = 0; count < times; count += 1) await this.#press([key], 1);
  }

  async #replace(): Promise<void> {
    await this.#select();
    if (this.#random.chance(0.5)) await this.#type(1);
    else await this.#press(['Backspace', 'Delete'], 1);
  }

  /** Cut and paste, as words are moved. */
  async #move(): Promise<void> {
    await clipboard.take(async () => {
      const { page } = this.#person;
      // Nothing selected cuts nothing, and must not paste what is left of an earlier time.
      await page.evaluate(() => navigator.clipboard.writeText(''));
      await this.#select();
      await this.#press(['Control+x'], 1);
      await this.#press(moves, 2);
      await this.#press(['Control+v', 'Control+v', 'Control+Shift+v'], 1);
    });
  }

  async #compose(): Promise<void> {
    const session = await this.#session();
    const word = Array.from({ length: 1 + this.#random.below(3) }, this.#fresh);
    this.log.push(`composing ${word.join('')}`);
    for (let length = 1; length <= word.length; length += 1) {
      const text = word.slice(0, length).join('');
      await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    }
    await session.send('Input.insertText', { text: word.join('') });
  }
}
