// What the web form does on the last day, beside the answers that are carried over to it.
import { type PortalRuleName, portalRuleNames, portalRules } from '@adagia/shared/programme/portal-rules';
import { useTranslation } from 'react-i18next';
import classes from './portal-page.module.css';

export function PortalRules() {
  const { t } = useTranslation('portalRules');
  return (
    <details className={classes.rulesOfPortal}>
      <summary>{t('title')}</summary>
      <ul className={classes.rules}>
        {portalRuleNames.map((name) => (
          <PortalRule key={name} name={name} />
        ))}
      </ul>
    </details>
  );
}

function PortalRule({ name }: { name: PortalRuleName }) {
  const { t } = useTranslation('portalRules');
  const { t: budget } = useTranslation('budget');
  const { confidence, sources } = portalRules[name];
  return (
    <li data-rule={name}>
      {t(`rule.${name}`, { ...portalRules.annexes.value, hours: portalRules.missedDeadline.value })}
      <details className={classes.origin}>
        <summary>{budget('rulesPanel.origin')}</summary>
        {confidence !== 'sourced' && `${budget(`rulesPanel.${confidence}`)} `}
        {sources.join('; ')}
      </details>
    </li>
  );
}
