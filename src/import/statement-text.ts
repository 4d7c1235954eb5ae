import { MAX_LENGTHS } from '../catalog/index.ts'
import { MAX_CRITERIA } from '../catalog/schema.ts'
import type { DraftStatement, Findings, Place } from './draft.ts'
import { cleanText, oneLine } from './table.ts'

const BULLET = /^(?:[-*•·–‣▪◦]|\d{1,2}[.)])\s+/u

/** Reads the text of a cell: several bullets are criteria that must all be met, anything else is one text. */
export function readStatement(text: string, place: Place, findings: Findings): DraftStatement {
  const lines = bulletLines(text)
  const bullets = lines.filter((line) => BULLET.test(line))
  if (bullets.length < 2) return checkedText(cleanText(text.replace(BULLET, '')), place, findings)
  const must: string[] = []
  for (const line of lines) {
    if (BULLET.test(line)) must.push(oneLine(line.replace(BULLET, '')))
    // "You can:" above the bullets says nothing; other lines continue the bullet above.
    else if (must.length > 0) must.push(`${must.pop() ?? ''} ${oneLine(line)}`)
    else if (!line.endsWith(':')) must.push(oneLine(line))
  }
  return checkedCriteria({ must, examples: [] }, place, findings)
}

/** The lines of a text; list items of HTML are bullets. */
function bulletLines(text: string): string[] {
  return cleanText(text.replaceAll(/<li[^>]*>/giu, '\n- ').replaceAll(/<\/?(?:ul|ol|li|p)[^>]*>/giu, '\n'))
    .split('\n')
    .filter((line) => line !== '')
}

function checkedText(text: string, place: Place, findings: Findings): string {
  if (text.length > MAX_LENGTHS.prose) {
    findings.problem(place, `a text has ${text.length} characters; at most ${MAX_LENGTHS.prose} are allowed`)
  }
  return text
}

/** Reports criteria that are too many or too long. */
export function checkedCriteria(
  statement: Exclude<DraftStatement, string>,
  place: Place,
  findings: Findings,
): DraftStatement {
  for (const [key, texts] of Object.entries(statement)) {
    const what = key === 'must' ? 'criteria' : 'examples'
    if (texts.length > MAX_CRITERIA) {
      findings.problem(place, `there are ${texts.length} ${what}; a step has at most ${MAX_CRITERIA}`)
    }
    for (const text of texts) {
      if (text.length <= MAX_LENGTHS.criterion) continue
      const message = `one of the ${what} has ${text.length} characters; at most ${MAX_LENGTHS.criterion} are allowed`
      findings.problem(place, message)
    }
  }
  return statement
}
