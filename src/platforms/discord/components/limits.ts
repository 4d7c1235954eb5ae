/**
 * What Discord takes at most (discord.com/developers/docs, pages named below). Text is counted in UTF-16 units here, of which
 * there are never fewer than characters.
 */
export const LIMITS = {
  /** components/reference: 40 components a message, nested ones counted. */
  components: 40,
  /** components/reference: 4,000 characters in all text displays of a message; we stay a little below. */
  text: 3900,
  /** Of one line, before it is escaped: it doubles at most. */
  line: 900,
  /** Of what stands above something: short enough to be on every page. */
  heading: 200,
  /** components/reference, action row: five buttons, or one select menu. */
  buttonsInARow: 5,
  /** components/reference, button. */
  buttonLabel: 80,
  buttonUrl: 512,
  /** components/reference: `custom_id` has 1 to 100 characters, each once a message. */
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
  /** interactions/application-commands: autocomplete gives 25 choices, name and value of 100. */
  choices: 25,
  choice: 100,
  /** The width of letters of one size that a phone shows without wrapping, measured on a small one. */
  drawnWidth: 56,
  codeLine: 300,
} as const
