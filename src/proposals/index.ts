export { type CommunityTracker, createCommunityTracker, type Membership } from './community.ts'
export { type Appointment, type CommunityChange, type CommunityConfig, idsFor } from './community-config.ts'
export {
  type ChannelProblem,
  type CommunitySettings,
  createCommunitySettings,
  type PlatformSettings,
  SETTINGS_SYNC_MS,
} from './community-settings.ts'
export * from './domain/index.ts'
export { erasePerson, eraseWorkspace } from './erasure.ts'
export { startFollower } from './follower.ts'
export type { LogStatus, LostEvents } from './log-client.ts'
export { type Delivery, type NoticeMark, type Notifier, notifyOnce } from './notifier.ts'
export { storeOutcomeLine } from './outcome-lines.ts'
export type { ProposalsChannel } from './proposals-channel.ts'
export { startPublisher } from './publisher.ts'
export { runEvery } from './run-every.ts'
export { createProposalService, type ProposalService, type ProposalServiceOptions } from './service.ts'
