// Whether comings and goings are announced: a choice of this device, kept in its storage.
import { observable } from '../../session/observable-value.ts';

const NAME = 'adagia.announce-presence';

const stored = observable(globalThis.localStorage?.getItem(NAME) !== 'off');

export const announcing = {
  get: stored.get,
  subscribe: stored.subscribe,
  set(isOn: boolean): void {
    stored.set(isOn);
    globalThis.localStorage?.setItem(NAME, isOn ? 'on' : 'off');
  },
};
