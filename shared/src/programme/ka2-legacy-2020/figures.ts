// What strategic partnerships of 2020 fix in figures, and what differs from sector to sector.
import type { Call } from '../schema.ts';

export const bySector: NonNullable<Call['bySector']> = {
  KA201: {
    durationMonths: {
      min: { value: 12, confidence: 'unconfirmed', sources: ['general knowledge of the field, not confirmed'] },
      max: { value: 36, confidence: 'unconfirmed', sources: ['general knowledge of the field, not confirmed'] },
    },
  },
  KA202: {
    durationMonths: {
      min: {
        value: 12,
        confidence: 'sourced',
        sources: [
          'http://careersdocbox.com/Financial_Aid/94634145-Erasmus-ka2-strategic-partnerships-in-vet-call-guide-for-applicants-this-guide-was-developed-and-provided-by-the-courtesy-of.html',
        ],
      },
      max: {
        value: 36,
        confidence: 'sourced',
        sources: [
          'http://careersdocbox.com/Financial_Aid/94634145-Erasmus-ka2-strategic-partnerships-in-vet-call-guide-for-applicants-this-guide-was-developed-and-provided-by-the-courtesy-of.html',
        ],
      },
    },
  },
  KA203: {
    durationMonths: {
      min: {
        value: 24,
        confidence: 'sourced',
        sources: [
          'https://eu.daad.de/.../strategische-partnerschaften-ka203/de/47529-erasmus-strategische-partnerschaften-ka-0/',
        ],
      },
      max: {
        value: 36,
        confidence: 'sourced',
        sources: [
          'https://eu.daad.de/.../strategische-partnerschaften-ka203/de/47529-erasmus-strategische-partnerschaften-ka-0/',
        ],
      },
    },
  },
  KA204: {
    durationMonths: {
      min: { value: 12, confidence: 'unconfirmed', sources: ['general knowledge of the field, not confirmed'] },
      max: { value: 36, confidence: 'unconfirmed', sources: ['general knowledge of the field, not confirmed'] },
    },
  },
  KA205: {
    durationMonths: {
      min: { value: 6, confidence: 'unconfirmed', sources: ['general knowledge of the field, not confirmed'] },
      max: { value: 36, confidence: 'unconfirmed', sources: ['general knowledge of the field, not confirmed'] },
    },
    organisationsMin: {
      value: 2,
      confidence: 'unconfirmed',
      sources: ['general knowledge of the field, not confirmed'],
    },
    countriesMin: { value: 2, confidence: 'unconfirmed', sources: ['general knowledge of the field, not confirmed'] },
  },
  KA229: {
    durationMonths: {
      min: { value: 12, confidence: 'unconfirmed', sources: ['general knowledge of the field, not confirmed'] },
      max: { value: 24, confidence: 'unconfirmed', sources: ['general knowledge of the field, not confirmed'] },
    },
    organisationsMin: {
      value: 2,
      confidence: 'unconfirmed',
      sources: ['general knowledge of the field, not confirmed'],
    },
    countriesMin: { value: 2, confidence: 'unconfirmed', sources: ['general knowledge of the field, not confirmed'] },
  },
};
