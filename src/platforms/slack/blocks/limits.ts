/**
 * What Slack takes at most, in UTF-16 units where it is text. Slack counts characters, which are never more. Sources are
 * pages of docs.slack.dev/reference/block-kit unless said otherwise.
 */
export const LIMITS = {
  /** blocks: "up to 50 blocks in each message, and 100 blocks in modals or Home tabs". */
  messageBlocks: 50,
  viewBlocks: 100,
  /**
   * All texts of a message together. Not documented: measured, refused as msg_blocks_too_long from about 11,000 on
   * (slackapi/bolt-js issues 2509 and 2867).
   */
  messageText: 9900,
  /**
   * The same with every block counted as 125 more: measured in bolt-js issue 2509, where one divider more left room for
   * 125 characters less than 13,297.
   */
  messageTextAndBlocks: 12_000,
  blockWeight: 125,
  /** methods/chat.postMessage advises 4,000 for `text`; we stay below it. */
  fallbackText: 3000,
  /** composition-objects/text-object: 1 to 3,000. For elements of rich text no limit is published: we keep to the same. */
  text: 3000,
  /** blocks/header-block. */
  header: 150,
  /** blocks/actions-block: 25 elements; five in a row wrap well on a phone. */
  buttonsInARow: 5,
  /** block-elements/button-element: text 75, value 2,000. */
  buttonText: 75,
  /** block-elements/select-menu-element: 100 options; placeholder 150. */
  options: 100,
  placeholder: 150,
  /** composition-objects/option-object: text 75, value 150. */
  optionText: 75,
  optionValue: 150,
  /** What we put into one select at most, so that it fits on a page whatever else has to be on it. */
  optionsText: 4000,
  /**
   * blocks/table-block: 100 rows with the header, 20 columns, 10,000 characters in all cells, messages only, one a
   * message (only_one_table_allowed). No cell may be empty (invalid_blocks: "must be more than 0 characters").
   */
  tableRows: 100,
  tableColumns: 20,
  /** Ours: a row longer than this reads better as an item of a list. */
  tableRowText: 1200,
  /** Ours: the widest table drawn in letters of one width that a narrow window still shows without wrapping. */
  drawnWidth: 72,
  /** block-elements/link-element names no limit; a button's url takes 3,000. */
  url: 3000,
  /** blocks/image-block: alt_text 2,000. */
  imageAlt: 2000,
  /** surfaces/modals and reference/views/modal-views: title, submit and close 24; private_metadata 3,000. */
  modalTitle: 24,
  modalButton: 24,
  privateMetadata: 3000,
  /** blocks/input-block: label and hint 2,000. */
  label: 2000,
  hint: 2000,
  /** block-elements/plain-text-input-element: max_length up to 3,000. */
  inputText: 3000,
  /** Every block and element: block_id and action_id. */
  id: 255,
} as const
