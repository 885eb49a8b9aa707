// Every mail: what it looks like as text and as HTML.
import { expect, test } from 'vitest';
import { composeLetter, oneLine } from './letter.ts';

const parts = {
  language: 'en',
  subject: 'An\r\nBcc: everybody@example.org <b>invitation</b>',
  paragraphs: ['<script>alert(1)</script> & "friends"', 'two\nlines'],
  action: { label: 'Open <it>', url: 'https://adagia.example.org/join#a"b' },
  closing: ['small'],
};

test('names in a mail are words, never markup and never headers', () => {
  const { subject, text, html } = composeLetter(parts);
  expect(subject).toBe('An Bcc: everybody@example.org <b>invitation</b>');
  expect(text).toBe(
    '<script>alert(1)</script> & "friends"\n\ntwo\nlines\n\nOpen <it>:\nhttps://adagia.example.org/join#a"b\n\nsmall\n',
  );
  expect(typeof html).toBe('string');
  expect(html).not.toContain('<script');
  expect(html).not.toContain('<b>');
  expect(html).toContain('href="https://adagia.example.org/join#a&quot;b"');
  expect(html).toContain('two<br>lines');
  // Nothing is fetched when it is opened.
  expect(html).not.toMatch(/<img|<link|url\(|src=/);
});

test('a name that turns the line around does so no more', () => {
  expect(oneLine('\u202Egnp.exe\u0007\u2067 of\r\nAna 👩‍👩‍👧')).toBe('gnp.exe of Ana 👩‍👩‍👧');
});

test('a subject of thousands of letters is cut between letters', () => {
  const { subject } = composeLetter({ ...parts, subject: '😀'.repeat(400) });
  expect(subject).toBe(`${'😀'.repeat(149)}…`);
});

test('an address of this installation is a link, one that somebody put into a title is none', () => {
  const ownUrl = 'https://adagia.example.org';
  const paragraphs = ['https://evil.example/p/1\nNews: https://adagia.example.org/p/1'];
  const closing = ['No more: https://adagia.example.org/unsubscribe#x', 'https://adagia.example.org.evil.example/'];
  const { html } = composeLetter({ language: 'en', subject: '', paragraphs, closing, ownUrl });
  expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
    'https://adagia.example.org/p/1',
    'https://adagia.example.org/unsubscribe#x',
  ]);
  expect(html).toContain('https://evil.example/p/1<br>');
});
