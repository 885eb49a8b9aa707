// The matches of a replacement as they would become, answer by answer.
import { Checkbox, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { contextOf } from './find-matches.ts';
import { readableAnswer } from './readable-answer.ts';
import classes from './replace-dialog.module.css';
import type { FoundMatch } from './use-matches.ts';

interface ReplacePreviewProps {
  groups: readonly FoundMatch[][];
  replacement: string;
  isLeft(key: string): boolean;
  onToggle(key: string): void;
}

/** Lines: what a person reads through before pressing the button. */
const SHOWN_MAX = 200;

/** Of all groups together at most SHOWN_MAX lines. */
function limitShown(groups: ReplacePreviewProps['groups']) {
  return groups.map((group, index) => {
    const before = groups.slice(0, index).reduce((sum, one) => sum + one.length, 0);
    return { group, shown: group.slice(0, Math.max(0, SHOWN_MAX - before)) };
  });
}

export function ReplacePreview({ groups, replacement, isLeft, onToggle }: ReplacePreviewProps) {
  const { t } = useTranslation('editorWindows');
  const count = groups.reduce((sum, group) => sum + group.length, 0);
  const limited = limitShown(groups);
  return (
    <div className={classes.preview}>
      {limited.map(({ group, shown }) => {
        const answer = group[0]?.answer;
        return (
          answer && (
            <section key={answer.answerKey} className={classes.answer}>
              <Checkbox
                size="sm"
                label={`${answer.label} (${group.length})`}
                aria-label={t('replace.include', { label: answer.label })}
                checked={!isLeft(answer.answerKey)}
                onChange={() => onToggle(answer.answerKey)}
              />
              <ul className={classes.matches} data-left={isLeft(answer.answerKey) || undefined}>
                {shown.map((match) => (
                  <PreviewLine key={match.at} match={match} replacement={replacement} />
                ))}
              </ul>
            </section>
          )
        );
      })}
      {count > SHOWN_MAX && (
        <Text size="xs" c="dimmed">
          {t('replace.more', { shown: SHOWN_MAX })}
        </Text>
      )}
    </div>
  );
}

function PreviewLine({ match, replacement }: { match: FoundMatch; replacement: string }) {
  const { before, match: words, after } = contextOf(readableAnswer(match.answer.ytext).text, match.shown);
  return (
    <li className={classes.line}>
      {before}
      <del className={classes.old}>{words}</del>
      {replacement && <ins className={classes.new}>{replacement}</ins>}
      {after}
    </li>
  );
}
