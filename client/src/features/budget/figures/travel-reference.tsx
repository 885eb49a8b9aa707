// What mobility pays for a journey and a day, to estimate travel inside a lump sum by: no rule here, and said so.
import { formatAmount } from '@adagia/shared/budget/format-amount';
import { type MobilityGroup, mobilityRates } from '@adagia/shared/programme/mobility-rates';
import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

type Range = MobilityGroup['staffPerDay']['value'];

export function TravelReference() {
  const { t, i18n } = useTranslation('figures');
  const number = new Intl.NumberFormat(i18n.language);
  const euro = (cents: number) => formatAmount(cents, i18n.language, 'euro');
  const range = ({ fromCents, toCents }: Range) => `${euro(fromCents)} – ${euro(toCents)}`;
  const kilometres = (from: number, to: number | null) =>
    to === null ? t('travelFrom', { from: number.format(from) }) : `${number.format(from)} – ${number.format(to)} km`;
  return (
    <details>
      <summary>{t('travelTitle')}</summary>
      <Text size="sm" c="dimmed">
        {t('travelText')}
      </Text>
      <Table fz="sm" aria-label={t('travelJourney')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('travelJourney')}</Table.Th>
            <Table.Th ta="end">{t('travelStandard')}</Table.Th>
            <Table.Th ta="end">{t('travelGreen')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {mobilityRates.travel.map(({ fromKm, toKm, standard, green }) => (
            <Table.Tr key={fromKm}>
              <Table.Th fw={400}>{kilometres(fromKm, toKm)}</Table.Th>
              <Table.Td ta="end">{euro(standard.value)}</Table.Td>
              <Table.Td ta="end">{euro(green.value)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Table fz="sm" aria-label={t('travelDay')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('travelDay')}</Table.Th>
            <Table.Th ta="end">{t('travelStaff')}</Table.Th>
            <Table.Th ta="end">{t('travelPupils')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {mobilityRates.groups.map(({ id, countries, staffPerDay, pupilPerDay }) => (
            <Table.Tr key={id}>
              <Table.Th fw={400}>{countries.value.join(', ')}</Table.Th>
              <Table.Td ta="end">{range(staffPerDay.value)}</Table.Td>
              <Table.Td ta="end">{range(pupilPerDay.value)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="sm">{t('travelLong', { share: `${mobilityRates.shareFromDay15.value * 100} %` })}</Text>
    </details>
  );
}
