// Values that a schema takes, made at random from the contract itself: a new field is sent without a line here. What cannot be
// read off a schema (ids of things that exist) comes from the words that a test has learned meanwhile.
import type { Random } from '@adagia/shared/random';
import { z } from 'zod';

/** The parts of JSON Schema that our contract is made of. */
interface Shape {
  type?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: Shape[];
  oneOf?: Shape[];
  allOf?: Shape[];
  properties?: Record<string, Shape>;
  required?: string[];
  additionalProperties?: Shape | boolean;
  items?: Shape;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
}

const ORDINARY = [
  '',
  'x',
  'Next Door',
  'EL',
  'E12345678',
  'ana@example.org',
  '2026-11-26T10:00:00.000Z',
  '0'.repeat(64),
];

export function shapeOf(schema: z.ZodType): Shape {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape;
}

function text({ pattern, minLength = 0, maxLength = 1000 }: Shape, random: Random, words: readonly string[]): string {
  const form = pattern === undefined ? null : new RegExp(pattern);
  const fitting = [...words, ...ORDINARY].filter(
    (word) => word.length >= minLength && word.length <= maxLength && (form?.test(word) ?? true),
  );
  return fitting.length > 0 ? random.pick(fitting) : 'x'.repeat(Math.max(1, minLength));
}

function record(shape: Shape, random: Random, words: readonly string[]): object {
  const entries = Object.entries(shape.properties ?? {})
    .filter(([name]) => shape.required?.includes(name) || random.chance(0.5))
    .map(([name, field]) => [name, validValue(field, random, words)]);
  return Object.fromEntries(entries) as object;
}

export function validValue(shape: Shape, random: Random, words: readonly string[]): unknown {
  if ('const' in shape) return shape.const;
  if (shape.enum) return random.pick(shape.enum);
  const choices = shape.anyOf ?? shape.oneOf;
  if (choices) return validValue(random.pick(choices), random, words);
  if (shape.allOf) return Object.assign({}, ...shape.allOf.map((one) => validValue(one, random, words)));
  const { type = 'any' } = shape;
  switch (type) {
    case 'object':
      return record(shape, random, words);
    case 'array':
      return Array.from({ length: random.below(3) }, () => validValue(shape.items ?? {}, random, words));
    case 'string':
      return text(shape, random, words);
    case 'boolean':
      return random.chance(0.5);
    case 'null':
      return null;
    case 'integer':
    case 'number':
      return Math.max(shape.minimum ?? 0, Math.min(shape.maximum ?? 1000, random.below(1000)));
    default:
      return random.pick([...words, ...ORDINARY]);
  }
}
