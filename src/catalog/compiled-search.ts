import type { SearchData } from './names/search.ts'

// What a search is opened from, as bytes: a line of JSON, and numbers of 32 bits.

/** The arrays of a field, in the order in which they are written. */
type FieldArrays = readonly [lengths: number, starts: number, documents: number, counts: number]

interface SearchHeader extends Pick<SearchData, 'steps'> {
  readonly words: readonly string[]
  readonly fields: readonly { readonly boost: number; readonly averageLength: number; readonly sizes: FieldArrays }[]
}

export function serializeSearch({ steps, texts: { words, fields } }: SearchData): Uint8Array {
  const arrays = fields.map(({ lengths, postings: { starts, documents, counts } }) => [
    lengths,
    starts,
    documents,
    counts,
  ])
  const sizes = arrays.map((each) => each.map(({ length }) => length))
  const header = {
    steps,
    words,
    fields: fields.map(({ boost, averageLength }, at) => ({ boost, averageLength, sizes: sizes[at] })),
  }
  const numbers = arrays.flat().map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength))
  return Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), ...numbers])
}

export function parseSearch(bytes: Uint8Array): SearchData {
  let at = bytes.indexOf(10) + 1
  const { steps, words, fields }: SearchHeader = JSON.parse(Buffer.from(bytes.subarray(0, at)).toString('utf8'))
  const next = (length: number): Int32Array => {
    const end = at + length * Int32Array.BYTES_PER_ELEMENT
    // A copy, because views of numbers start at a multiple of four bytes.
    const numbers = new Int32Array(new Uint8Array(bytes.subarray(at, end)).buffer)
    at = end
    return numbers
  }
  return {
    steps,
    texts: {
      words,
      fields: fields.map(({ boost, averageLength, sizes: [lengths, starts, documents, counts] }) => ({
        boost,
        averageLength,
        lengths: next(lengths),
        postings: { starts: next(starts), documents: next(documents), counts: next(counts) },
      })),
    },
  }
}
