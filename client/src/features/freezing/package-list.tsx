// The dated packages that were made: of what, when, by whom, with which hash. What they prove is said above them.
import type { DatedPackage } from '@adagia/shared/api/packages';
import { Button, Code, CopyButton, Group, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Waiting } from '../../pages/require-me.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { problemText } from '../../ui/show-problem.ts';
import { CheckPackageButton } from './check-package-button.tsx';
import { useFreezeWords } from './freeze-words.ts';
import classes from './freezing.module.css';
import { PackButton } from './pack-button.tsx';
import { usePackages } from './use-packages.ts';

export function PackageList() {
  const { t } = useTranslation('freezing');
  const { data, error } = usePackages();
  return (
    <section aria-labelledby="packages">
      <Title order={2} size="h4" id="packages">
        {t('packages')}
      </Title>
      <Text size="sm" c="dimmed" maw={720}>
        {t('packagesIntro')}
      </Text>
      <Text size="sm" c="dimmed" maw={720} mt={4}>
        {t('packagesProof')}
      </Text>
      <Group my="sm" align="flex-start">
        <PackButton versionId="now" label={t('packNow')} />
        <CheckPackageButton />
      </Group>
      {error && !data && <EmptyState title={problemText(error)} />}
      {!data && !error && <Waiting />}
      {data?.length === 0 && <Text size="sm">{t('packagesEmpty')}</Text>}
      {data && data.length > 0 && (
        <ol className={classes.log}>
          {data.map((one) => (
            <PackageEntry key={one.id} made={one} />
          ))}
        </ol>
      )}
    </section>
  );
}

function PackageEntry({ made }: { made: DatedPackage }) {
  const { t } = useTranslation('freezing');
  const { whenOf } = useFreezeWords();
  const { version, madeBy, madeAt, software, hash } = made;
  return (
    <li className={classes.entry}>
      <Text size="sm" fw={600}>
        <bdi>{version.name ?? t('packageOf', { number: version.number })}</bdi> ({whenOf(version.at)})
      </Text>
      <Text size="sm">
        {t('packageMade', { name: madeBy.name, when: whenOf(madeAt) })} · {software}
      </Text>
      <Text size="sm" component="div">
        {t('hash')}: <Code className={classes.hash ?? ''}>{hash}</Code>
      </Text>
      <Group gap="xs" mt={4}>
        <PackButton versionId={version.id} label={t('again')} size="compact-sm" />
        <CopyButton value={hash}>
          {({ copied, copy }) => (
            <Button size="compact-sm" variant="subtle" onClick={copy}>
              {t(copied ? 'copied' : 'copyHash')}
            </Button>
          )}
        </CopyButton>
      </Group>
    </li>
  );
}
