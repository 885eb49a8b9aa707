// A whole proposal to read or to carry over: as plain text, answer by answer what the portal gets, and as Markdown. Made
// of an outline and a reader of answers, so that the browser and the server make the same.
import type { AnswerKey } from '../answer-key.ts';
import type { OutlineAnswer, RepeatObject } from '../programme/outline.ts';
import type { Block } from './blocks.ts';
import { blocksToMarkdown } from './markdown.ts';
import { portalText } from './plain-text.ts';

export interface ProposalTextInput {
  title: string;
  acronym: string;
  /** 'KA220 · Cooperation partnerships · 2026'. */
  subtitle: string;
  /** In portal order, as `outlineAnswers` gives them. */
  answers: readonly OutlineAnswer[];
  /** @returns one empty paragraph when nobody has written. */
  blocksOf(key: AnswerKey): Block[];
}

/** 'WP2 Listening to older residents', '' for what is asked once. */
export function objectLabel(object: RepeatObject | null): string {
  return object ? [object.number, object.title].filter(Boolean).join(' ') : '';
}

interface Writer {
  title(text: string, subtitle: string): string;
  section(title: string): string;
  group(title: string): string;
  answer(prompt: string, blocks: Block[]): string;
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
const escaped = (text: string): string =>
  blocksToMarkdown([{ kind: 'paragraph', indent: 0, runs: [{ text: oneLine(text), format: {} }] }]);
const underlined = (text: string, line: string): string => `${text}\n${line.repeat(text.length)}`;

const plain: Writer = {
  title: (text, subtitle) => `${underlined(oneLine(text), '=')}\n${subtitle}`,
  section: (title) => underlined(title.toUpperCase(), '='),
  group: (title) => underlined(oneLine(title), '-'),
  answer: (prompt, blocks) => `[${prompt}]\n${portalText(blocks)}`.trimEnd(),
};

/** Answers' own headings begin below those of the document. */
const ANSWER_HEADING_LEVEL = 4;
const markdown: Writer = {
  title: (text, subtitle) => `# ${escaped(text)}\n\n${subtitle}`,
  section: (title) => `## ${escaped(title)}`,
  group: (title) => `### ${escaped(title)}`,
  answer: (prompt, blocks) => `#### ${escaped(prompt)}\n\n${blocksToMarkdown(blocks, ANSWER_HEADING_LEVEL)}`.trimEnd(),
};

function write(input: ProposalTextInput, writer: Writer): string {
  const name = input.acronym ? `${input.acronym}: ${input.title}` : input.title;
  const parts = [writer.title(name, input.subtitle)];
  let section = '';
  let group = '';
  for (const { section: own, group: ownGroup, object, question, key } of input.answers) {
    if (own.id !== section) parts.push(writer.section(own.title));
    const groupKey = `${ownGroup.id} ${object?.id ?? ''}`;
    const heading = objectLabel(object) || (ownGroup.title === own.title ? '' : ownGroup.title);
    if (groupKey !== group && heading) parts.push(writer.group(heading));
    section = own.id;
    group = groupKey;
    parts.push(writer.answer(question.prompt, input.blocksOf(key)));
  }
  return `${parts.join('\n\n')}\n`;
}

export function proposalPlainText(input: ProposalTextInput): string {
  return write(input, plain);
}

export function proposalMarkdown(input: ProposalTextInput): string {
  return write(input, markdown);
}
