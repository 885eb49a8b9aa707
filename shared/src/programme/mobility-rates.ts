// What mobility projects of 2024 to 2026 get for a journey and a day, and the groups of countries by which a day is paid. No rule of a
// partnership: inside a lump sum they help to estimate travel. Amounts in cents, distances in whole kilometres.
import { z } from 'zod';
import { sourced } from './sourced.ts';

const cents = z.number().int().min(0);
const range = sourced(z.object({ fromCents: cents, toCents: cents }));

export const mobilityRatesSchema = z.object({
  /** One way is not paid for: there and back, by how far it is between the two towns. */
  travel: z.array(
    z.object({
      fromKm: z.number().int().min(0),
      /** null: without end. */
      toKm: z.number().int().nullable(),
      standard: sourced(cents),
      green: sourced(cents),
    }),
  ),
  /** By the country in which one stays. National agencies choose within the range. */
  groups: z.array(
    z.object({
      id: z.enum(['1', '2', '3']),
      countries: sourced(z.array(z.string())),
      staffPerDay: range,
      pupilPerDay: range,
    }),
  ),
  /** Of the rate of a day, from the fifteenth on. */
  shareFromDay15: sourced(z.number().min(0).max(1)),
});
export type MobilityRates = z.infer<typeof mobilityRatesSchema>;
export type MobilityGroup = MobilityRates['groups'][number];

const groupSources = [
  'https://vu.nl/en/employee/internationalisation/grants-and-funds-for-vu-employees (mobility groups)',
];
const travelSources = ['two copies of the rates of 2026: VU Amsterdam, Turkish portal'];
const daySources = ['one copy of the rates of 2026: Turkish portal'];

const secondHand = <T>(value: T, sources: readonly string[]) => ({
  value,
  confidence: 'sourced-secondary' as const,
  sources: [...sources],
});
const once = <T>(value: T) => ({ value, confidence: 'unconfirmed' as const, sources: daySources });

const band = (
  fromKm: number,
  toKm: number | null,
  standard: number,
  green: number,
): MobilityRates['travel'][number] => ({
  fromKm,
  toKm,
  standard: secondHand(standard * 100, travelSources),
  green: secondHand(green * 100, travelSources),
});

const euros = (from: number, to: number) => once({ fromCents: from * 100, toCents: to * 100 });

export const mobilityRates: MobilityRates = {
  travel: [
    band(10, 99, 28, 56),
    band(100, 499, 211, 285),
    band(500, 1999, 309, 417),
    band(2000, 2999, 395, 535),
    band(3000, 3999, 580, 785),
    band(4000, 7999, 1188, 1188),
    band(8000, null, 1735, 1735),
  ],
  groups: [
    {
      id: '1',
      countries: secondHand(
        ['AT', 'BE', 'DK', 'FI', 'FR', 'DE', 'IE', 'IT', 'LU', 'NL', 'SE', 'IS', 'LI', 'NO'],
        groupSources,
      ),
      staffPerDay: euros(107, 191),
      pupilPerDay: euros(48, 85),
    },
    {
      id: '2',
      countries: secondHand(['CY', 'CZ', 'EE', 'EL', 'LV', 'MT', 'PT', 'SK', 'SI', 'ES'], groupSources),
      staffPerDay: euros(95, 169),
      pupilPerDay: euros(41, 74),
    },
    {
      id: '3',
      countries: secondHand(['BG', 'HR', 'HU', 'LT', 'PL', 'RO', 'MK', 'RS', 'TR'], groupSources),
      staffPerDay: euros(84, 148),
      pupilPerDay: euros(36, 64),
    },
  ],
  shareFromDay15: once(0.7),
};

/** null: its group is not known here, as of all countries outside of the programme. */
export const mobilityGroupOf = (country: string): MobilityGroup | null =>
  mobilityRates.groups.find(({ countries }) => countries.value.includes(country)) ?? null;
