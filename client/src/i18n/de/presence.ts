import type { Catalogue } from '../catalogue.ts';

export const presence: Catalogue['presence'] = {
  people: 'Wer gerade da ist',
  nobody: 'Sonst ist gerade niemand da',
  more: '+{{count}}',
  morePeople_one: '{{count}} weitere Person',
  morePeople_other: '{{count}} weitere Personen',
  goTo: 'Zu {{name}} gehen',
  follow: '{{name}} folgen',
  stopFollowing: '{{name}} nicht mehr folgen',
  following: 'Sie folgen {{name}}. Scrollen oder eine Taste beendet es.',
  stop: 'Beenden',
  areHere: 'Gerade da: {{names}}',
  entered: '{{names}} ist dazugekommen',
  left: '{{names}} ist gegangen',
  announce: 'Ansagen, wer kommt und geht',
  settings: 'Personen und Ansagen',
};
