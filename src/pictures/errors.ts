/** Why a picture could not be drawn: its data, the library, its thread, or too many pictures at once. */
export type PictureErrorCode = 'data' | 'library' | 'thread' | 'busy'

/** A picture could not be drawn. The caller goes on without it: the text says the same. */
export class PictureError extends Error {
  override readonly name = 'PictureError'
  readonly code: PictureErrorCode

  constructor(code: PictureErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? {} : { cause })
    this.code = code
  }
}
