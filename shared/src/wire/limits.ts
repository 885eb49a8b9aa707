// Ceilings of the sync protocol, each with its reason. Both sides use them: the client splits what would be too big.

export const limits = {
  /** Bytes of one frame. The longest answer is 5,000 characters; a whole pasted document of 100 pages stays below. */
  frameSizeMax: 1024 * 1024,
  /** Structs in one update: a paste of 100 pages has a few hundred. */
  structsMax: 20_000,
  /** Client ids in one update: a resync after a year with twelve people and many reloads sends hundreds only in step 2. */
  clientIdsMax: 64,
  /** Client ids one connection may introduce: one per page load, and those of all reloads of a week without network. */
  clientIdsPerConnectionMax: 64,
  /** Deleted ranges in one update. A client's step 2 carries all that it knows of: a year of work has tens of thousands. */
  deletionsMax: 100_000,
  /** New structs with one left neighbour in one update: 2,000 apply within 50 ms, and people have a few. */
  siblingsMax: 2000,
  /** Clocks above this are an attack: nobody types a million million characters. */
  clockMax: 2 ** 40,
  /** Bytes of a document: people are warned at the first, nothing more is taken in at the second. */
  documentSizeWarning: 5 * 1024 * 1024,
  documentSizeMax: 32 * 1024 * 1024,
  /** Bytes of one person's presence. */
  awarenessSizeMax: 4096,
  /** Sustained frames per second and burst of one connection. */
  framesPerSecond: 200,
  framesBurst: 400,
  bytesPerSecond: 2 * 1024 * 1024,
  bytesBurst: 8 * 1024 * 1024,
  /** Full-state requests (sync step 1) per 10 seconds. */
  stateRequestsPer10Seconds: 6,
  /** Bytes waiting in a socket that does not read; then it is closed to resync. */
  sendBufferMax: 16 * 1024 * 1024,
  socketsPerPersonMax: 8,
  socketsPerAddressMax: 200,
  /** Milliseconds between pings; a socket silent for two of them is gone. */
  pingIntervalMs: 15_000,
} as const;
