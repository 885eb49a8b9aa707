// What the server counts for whoever runs it, in the form that Prometheus reads. Numbers only: no content, no person, no title.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Read when somebody asks, not kept up to date. */
export interface MetricSources {
  roomCount(): number;
  connectionCount(): number;
  /** Bytes that wait for readers, of all sockets. */
  bufferedBytes(): number;
}

/** Seconds: from a commit on a fast disk to one that people notice. */
const SECONDS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** A clock that was set back meanwhile would make a sum go down, which a counter never does. */
const seconds = (ms: number): number => Math.max(0, ms) / 1000;

export class Metrics {
  readonly registry = new Registry();
  readonly #refusals: Counter<'reason'>;
  readonly #requestRefusals: Counter<'code'>;
  readonly #differences: Counter;
  readonly #commit: Histogram;
  readonly #acknowledgement: Histogram;

  constructor() {
    const registers = [this.registry];
    collectDefaultMetrics({ register: this.registry, prefix: 'adagia_' });
    this.#refusals = new Counter({
      name: 'adagia_refusals_total',
      help: 'Frames refused, by the reason that the socket was closed with; upgrade-401 and so on: not even opened',
      labelNames: ['reason'],
      registers,
    });
    this.#requestRefusals = new Counter({
      name: 'adagia_request_refusals_total',
      help: 'Requests refused, by the code of the problem that they were answered with',
      labelNames: ['code'],
      registers,
    });
    this.#differences = new Counter({
      name: 'adagia_differences_total',
      help: 'Idle pages that showed something else than what is stored: any is a fault to be reported',
      registers,
    });
    this.#commit = new Histogram({
      name: 'adagia_commit_seconds',
      help: 'From handing updates to the log until they are on disk',
      buckets: SECONDS,
      registers,
    });
    this.#acknowledgement = new Histogram({
      name: 'adagia_acknowledgement_seconds',
      help: 'From the first update of a window coming in until its acknowledgement goes out',
      buckets: SECONDS,
      registers,
    });
  }

  readonly refused = (reason: string): void => this.#refusals.inc({ reason });
  readonly requestRefused = (code: string): void => this.#requestRefusals.inc({ code });
  readonly differed = (): void => this.#differences.inc();
  readonly committed = (ms: number): void => this.#commit.observe(seconds(ms));
  readonly acknowledged = (ms: number): void => this.#acknowledgement.observe(seconds(ms));

  watch({ roomCount, connectionCount, bufferedBytes }: MetricSources): void {
    this.#gauge('adagia_rooms', 'Documents that are open', roomCount);
    this.#gauge('adagia_connections', 'Sockets that are open', connectionCount);
    this.#gauge('adagia_buffered_bytes', 'Bytes that wait in sockets for their readers', bufferedBytes);
  }

  #gauge(name: string, help: string, read: () => number): void {
    const gauge: Gauge = new Gauge({ name, help, registers: [this.registry], collect: () => gauge.set(read()) });
  }
}
