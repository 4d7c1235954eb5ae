/**
 * Discord's limits (discord.com/developers/docs, pages named below). Text is counted in UTF-16 units here, which are never fewer
 * than characters.
 */
export const LIMITS = {
  /** components/reference: 40 components per message, nested ones included. */
  components: 40,
  /** components/reference: 4,000 characters in all text displays of a message; a little less for safety. */
  text: 3900,
  /** One line, before escaping, which at most doubles it. */
  line: 900,
  /** A heading or label: short enough to be on every page. */
  heading: 200,
  /** components/reference, action row: five buttons, or one select menu. */
  buttonsInARow: 5,
  /** components/reference, button. */
  buttonLabel: 80,
  buttonUrl: 512,
  /** components/reference: `custom_id` has 1 to 100 characters, unique within a message. */
  id: 100,
  /** components/reference, string select: 25 options with label, value and description of 100; placeholder 150. */
  options: 25,
  optionText: 100,
  optionValue: 100,
  placeholder: 150,
  /** resources/interactions, modal: title 45, five components; label 45, its description 100. */
  modalTitle: 45,
  modalFields: 5,
  modalLabel: 45,
  modalDescription: 100,
  /** components/reference, text input: 4,000 characters. */
  inputText: 4000,
  /** interactions/application-commands: 25 autocomplete choices, each with a name and value of 100. */
  choices: 25,
  choice: 100,
  /** components/reference, media gallery: the description of an item, read by screen readers. */
  pictureDescription: 1024,
  /** The columns of monospace text that a small phone shows without wrapping, as measured. */
  drawnWidth: 56,
  codeLine: 300,
} as const
