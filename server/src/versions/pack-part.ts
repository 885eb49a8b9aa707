// A part of a version as it is stored: JSON, deflated. Equal content gives equal bytes.
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { type VersionPart, versionPartSchema } from '@adagia/shared/versions/version-part';

export const packPart = (part: VersionPart): Buffer => deflateRawSync(JSON.stringify(part));

export const unpackPart = (bytes: Uint8Array): VersionPart =>
  versionPartSchema.parse(JSON.parse(inflateRawSync(bytes).toString('utf8')));
