import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/**
 * How a delivery ended. `user_error`: the answer explains a mistake of the person; `failed`: Rung or something it depends on failed.
 */
export type DeliveryResult = 'answered' | 'user_error' | 'failed' | 'ignored'

/** The result of a delivery that was answered with this reply. */
export function deliveryResultOf({ failed }: { readonly failed?: 'user' | 'internal' }): DeliveryResult {
  if (failed === undefined) return 'answered'
  return failed === 'user' ? 'user_error' : 'failed'
}

/**
 * How a picture of an answer ended. `superseded`: the answer had changed or was gone before it was drawn; `skipped`: too many others waited.
 */
export type PictureResult = 'sent' | 'superseded' | 'skipped' | 'failed'

/** The metrics of the process, in Prometheus format. */
export interface Metrics {
  /** Counts a delivery of a platform and its duration in seconds. */
  recordDelivery(delivery: { platform: string; kind: string; result: DeliveryResult; seconds: number }): void
  /** Counts a call to a platform's API. */
  recordApiCall(call: { platform: string; method: string; result: string }): void
  /** Counts a picture of an answer on a platform. */
  recordPicture(picture: { platform: string; result: PictureResult }): void
  /** Sets the number of open gateway connections of a platform. */
  setConnections(platform: string, connections: number): void
  /** Counts an answered card of an assessment and how long it was open, in seconds. */
  recordCardTime(time: { card: string; seconds: number }): void
  /** Adds a gauge, which is read whenever the metrics are. */
  addGauge(name: string, help: string, read: () => number): void
  /** The body of `/metrics`. */
  text(): Promise<string>
  readonly contentType: string
}

/** Seconds. Platforms wait three for an answer. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5]

/** Seconds to read and answer a card; longer pauses are not recorded. */
const CARD_BUCKETS = [5, 10, 15, 20, 25, 30, 40, 60, 90, 120, 180, 300]

export function createMetrics(): Metrics {
  const registers = [new Registry()]
  const [registry] = registers
  if (registry) collectDefaultMetrics({ register: registry })
  const deliveries = new Counter({
    name: 'rung_deliveries_total',
    help: 'Deliveries of a platform, by kind and by how they ended.',
    labelNames: ['platform', 'kind', 'result'],
    registers,
  })
  const seconds = new Histogram({
    name: 'rung_delivery_seconds',
    help: 'Time from a delivery to its answer.',
    labelNames: ['platform', 'kind'],
    buckets: BUCKETS,
    registers,
  })
  const cards = new Histogram({
    name: 'rung_assessment_card_seconds',
    help: 'Time that a card of a finished assessment was open, by its kind.',
    labelNames: ['card'],
    buckets: CARD_BUCKETS,
    registers,
  })
  const calls = new Counter({
    name: 'rung_platform_calls_total',
    help: 'Calls to a platform, by method and by how they ended.',
    labelNames: ['platform', 'method', 'result'],
    registers,
  })
  const pictures = new Counter({
    name: 'rung_pictures_total',
    help: 'Pictures of answers, by how they ended.',
    labelNames: ['platform', 'result'],
    registers,
  })
  const connections = new Gauge({
    name: 'rung_platform_connections',
    help: 'Open connections to a platform.',
    labelNames: ['platform'],
    registers,
  })
  return {
    recordDelivery({ platform, kind, result, seconds: took }) {
      deliveries.inc({ platform, kind, result })
      seconds.observe({ platform, kind }, took)
    },
    recordCardTime: ({ card, seconds: took }) => cards.observe({ card }, took),
    recordApiCall: (call) => calls.inc(call),
    recordPicture: (picture) => pictures.inc(picture),
    setConnections: (platform, count) => connections.set({ platform }, count),
    addGauge(name, help, read) {
      const gauge: Gauge = new Gauge({ name, help, registers, collect: () => gauge.set(read()) })
    },
    text: () => registry?.metrics() ?? Promise.resolve(''),
    contentType: registry?.contentType ?? 'text/plain',
  }
}
