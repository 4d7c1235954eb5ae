/** The catalog is invalid. The message has one line per problem: `file:line:column: what`. */
export class CatalogError extends Error {
  override readonly name = 'CatalogError'
}
