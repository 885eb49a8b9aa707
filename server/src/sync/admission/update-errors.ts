// What can be wrong with an update, before anybody asks who sent it. Each becomes a refusal with a reason of its own.

/** These bytes are not what they claim to be. */
export class MalformedError extends Error {
  override readonly name = 'MalformedError';
}

/** An update is above a ceiling. */
export class CeilingError extends Error {
  override readonly name = 'CeilingError';
}

/** Content that no document of ours has: an embed, a binary, a nested type, a sub-document, a collected struct, U+0000. */
export class UnknownContentError extends Error {
  override readonly name = 'UnknownContentError';
}

/** A struct has no place that we accept: neighbours in two parts, in a circle, or not there. */
export class UnplacedError extends Error {
  override readonly name = 'UnplacedError';
}
