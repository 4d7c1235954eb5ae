import type { Metrics } from './metrics.ts'

const nothing = (): void => {}

/** Measures nothing: the terminal serves no metrics, and starts without the library for them. */
export const noMetrics: Metrics = {
  recordDelivery: nothing,
  recordApiCall: nothing,
  recordPicture: nothing,
  setConnections: nothing,
  recordCardTime: nothing,
  addGauge: nothing,
  text: () => Promise.resolve(''),
  contentType: 'text/plain',
}
