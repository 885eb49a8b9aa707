// What a suggestion changes, as a sentence: Insert “…”, Delete “…”, Replace “…” by “…”, Format “…”: bold.
import { useTranslation } from 'react-i18next';
import type { ChangeWords, Look } from './change-words.ts';
import classes from './suggestions.module.css';

export function ChangeView({ verb, before, after, looks }: ChangeWords) {
  const { t } = useTranslation('suggestionCards');
  const isKept = verb === 'format' || verb === 'block';
  return (
    <p className={classes.change}>
      <span className={classes.verb}>{t(`verb_${verb}`)}</span>{' '}
      {before !== '' &&
        (isKept ? <q className={classes.kept}>{before}</q> : <del className={classes.gone}>{before}</del>)}{' '}
      {before !== '' && after !== '' && `${t('to')} `}
      {after !== '' && <ins className={classes.come}>{after}</ins>} {isKept && <Looks looks={looks} />}
    </p>
  );
}

function Looks({ looks }: { looks: readonly Look[] }) {
  const { t, i18n } = useTranslation('suggestionCards');
  const { t: editor } = useTranslation('editor');
  const wordsOf = (look: Look): string => {
    if (look.name === 'block') return editor(`kinds.${look.kind}`);
    if (look.name === 'indent') return look.level === 0 ? t('noIndent') : t('indent', { count: look.level });
    if (look.name === 'link') return look.href === null ? t('noLink') : t('link', { href: look.href });
    return t(look.isOn ? `look_${look.name}` : `notLook_${look.name}`);
  };
  const list = new Intl.ListFormat(i18n.language, { type: 'unit' }).format(looks.map(wordsOf));
  return <strong className={classes.looks}>{list}</strong>;
}
