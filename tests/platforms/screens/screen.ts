import { MessageFlags } from 'discord.js'
import { type Locale, type Translator, translator } from '../../../src/i18n/index.ts'
import type { Message } from '../../../src/message/index.ts'
import { drawPicture } from '../../../src/pictures/renderer.ts'
import { type Fold, renderMessage as renderText } from '../../../src/platforms/console/render.ts'
import { renderPage } from '../../../src/platforms/discord/components/render.ts'
import { renderMessage as renderBlocks } from '../../../src/platforms/slack/blocks/render.ts'
import { messageViolations as discordViolations } from '../discord/limits-check.ts'
import { messageViolations as slackViolations } from '../slack/limits-check.ts'
import { discordHeight } from './discord-height.ts'
import { slackHeight } from './slack-height.ts'

// How much of a screen the first page of a message takes on each platform.

export const SCREENS = ['slack', 'discord', 'console'] as const
export type Screen = (typeof SCREENS)[number]

/** Slack and Discord in pixels on a desktop; the terminal in lines of 100 columns. */
export const FIRST_SCREEN: Readonly<Record<Screen, number>> = { slack: 1200, discord: 1000, console: 30 }

export type Heights = Readonly<Record<Screen, number>>

/** How a terminal of the usual height shortens an answer. */
export function foldOf(t: Translator): Fold {
  return {
    lines: FIRST_SCREEN.console,
    leftOut: (count) => t('paging.leftOut', { count }),
    showAll: t('console.showAll'),
  }
}

/** What was asked for in full, which may be longer than a screen: a message of Discord and Slack then ends at their limits. */
const IN_FULL: ReadonlySet<string> = new Set(['domain of a role'])

/** The messages whose first page is taller than its screen, or that a platform would refuse. */
export function screenProblems(messages: Readonly<Record<string, Message>>, locale: Locale): readonly string[] {
  const t = translator(locale)
  return Object.entries(messages).flatMap(([name, message]) => {
    const heights = heightsOf(message, locale)
    const tall = SCREENS.filter((screen) => !IN_FULL.has(name) && heights[screen] > FIRST_SCREEN[screen])
    const slack = renderBlocks(message, { t, pageToken: (page) => `page ${page}` })
    const components = renderPage(message, { t, pageId: (page) => `page~${page}` }).components
    return [
      ...tall.map((screen) => `${name}: ${heights[screen]} on ${screen}`),
      ...slackViolations(slack).map((problem) => `${name}: ${problem} in Slack`),
      ...discordViolations({ flags: MessageFlags.IsComponentsV2, components, allowed_mentions: { parse: [] } }).map(
        (problem) => `${name}: ${problem} on Discord`,
      ),
    ]
  })
}

/** What Slack and Discord get as the first page, as JSON. */
export function firstPagesOf(message: Message, locale: Locale): readonly string[] {
  const t = translator(locale)
  return [
    JSON.stringify(renderBlocks(message, { t, pageToken: (page) => `page ${page}` })),
    JSON.stringify(renderPage(message, { t, pageId: (page) => `page~${page}` }).components),
  ]
}

/** The heights of the first page of a message. Discord shows its pictures in it; in Slack they are a message below. */
export function heightsOf(message: Message, locale: Locale): Heights {
  const t = translator(locale)
  const slack = renderBlocks(message, { t, pageToken: (page) => `page ${page}` })
  const discord = renderPage(message, { t, pageId: (page) => `page~${page}` })
  const drawn = discord.pictures?.pictures ?? []
  const ratios = new Map(
    drawn.map(({ name, picture }) => {
      const { width, height } = drawPicture(picture, 'light')
      return [name, height / width] as const
    }),
  )
  return {
    slack: Math.round(slackHeight(slack.blocks)),
    discord: Math.round(discordHeight(discord.pictures?.components ?? discord.components, ratios)),
    console: renderText(message, { width: 100, color: false, fold: foldOf(t) }).text.split('\n').length,
  }
}
