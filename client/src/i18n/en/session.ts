export const session = {
  opening: 'Opening…',
  saving: 'Saving…',
  saved: 'All changes saved',
  offline_one: 'Offline: {{count}} change kept on this device',
  offline_other: 'Offline: {{count}} changes kept on this device',
  offline_zero: 'Offline: everything is saved',
  offlineUnkept_one: 'Offline: {{count}} change in this tab only',
  offlineUnkept_other: 'Offline: {{count}} changes in this tab only',
  offlineUnkept_zero: 'Offline: everything is saved',
  failed: "Can't save: copy kept",
  failedUnkept: "Can't save: in this tab only",
  large:
    'This proposal has become very large, several times what the form can hold. Export a copy and remove what is not needed: above 32 MB nothing more can be saved.',
  unkept: 'This browser keeps no copy of your text. Leave this page open until everything is saved.',
  shortOffline: 'Offline',
  waiting: 'Not saved for {{seconds}} s. Your text is kept on this device.',
  download: 'Download my text',
  blocked:
    'This network blocks live connections. You can go on writing; it is kept on this device and sent once the connection works.',
  refusedTitle: 'Some of your text could not be saved',
  refusedWhy:
    'The server refused it, your rights changed, or an older state was restored. Copy what you need; it stays here until you close this message.',
  copy: 'Copy',
  dismiss: 'I have what I need',
  signInAgain: 'You were signed out. Sign in again to go on; your text is kept on this device.',
  tooOld: 'This page is older than the server. Reload it to go on.',
  gone: 'You do not have access to this proposal any more.',
  storage:
    'The server cannot store anything at the moment. Go on writing: your text is kept here and saved as soon as it can.',
  damaged:
    'This proposal cannot be opened: what is stored of it on the server is damaged. What you wrote on this device is kept here. Tell whoever runs this server: they can restore a backup, and this page goes on by itself then.',
  documentFull:
    'This proposal has reached 32 MB and takes nothing more in. Export a copy, and remove what is not needed or start a new proposal from it.',
  toSignIn: 'Sign in',
  toReload: 'Reload',
  autoSaved: 'All changes are saved automatically',
} as const;
