// What the web form of the national agencies does on the last day, as facts with their source: the pages say them in words
// (client/src/i18n). Calls of the executive agency have another portal.
import type { Sourced } from './sourced.ts';

interface AnnexLimits {
  /** Megabytes of one file. */
  fileMb: number;
  /** Megabytes of all files together. */
  totalMb: number;
  filesMax: number;
}

const workbook = "a consortium's Excel copy of the web form with counters (wording of 2026)";

/** A fact without a figure is `true`. */
export const portalRules = {
  oneAtATime: {
    value: true,
    confidence: 'sourced',
    sources: [
      'https://wikis.ec.europa.eu/pages/diffpagesbyversion.action?pageId=33530633 (guide to the form, sharing)',
    ],
  },
  closeBeforeSubmitting: {
    value: true,
    confidence: 'sourced',
    sources: [
      'https://webgate.ec.europa.eu/fpfis/wikis/display/NAITDOC/Web+Forms+Sharing+an+application (2019 onward)',
    ],
  },
  submitAgain: {
    value: true,
    confidence: 'sourced',
    sources: ['https://wikis.ec.europa.eu/spaces/NAITDOC/pages/152797244/My+Applications+Actions'],
  },
  declarationOnHonour: {
    value: true,
    confidence: 'sourced',
    sources: ['https://wikis.ec.europa.eu/display/NAITDOC/Annexes+in+applications'],
  },
  mandates: {
    value: true,
    confidence: 'sourced',
    sources: ['https://wikis.ec.europa.eu/display/NAITDOC/Annexes+in+applications'],
    note: 'due at submission or only when the grant is signed, by call year and agency',
  },
  annexes: {
    value: { fileMb: 15, totalMb: 100, filesMax: 100 },
    confidence: 'sourced-secondary',
    sources: [workbook],
    note: 'the limit of one file is from the part of 2020; limits vary',
  },
  missedDeadline: {
    // Hours in which the agency is told.
    value: 2,
    confidence: 'sourced',
    sources: ['https://webgate.ec.europa.eu/fpfis/wikis/pages/diffpages.action?pageId=353764542'],
    note: "an agency's page of 2023 says 24 hours",
  },
} as const satisfies Record<string, Sourced<true | number | AnnexLimits>>;

export type PortalRuleName = keyof typeof portalRules;
export const portalRuleNames = Object.keys(portalRules) as readonly PortalRuleName[];
