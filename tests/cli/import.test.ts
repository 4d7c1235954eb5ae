import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inTemporaryFolder, start } from '../platforms/console/program.ts'

// What `cli import` prints, as a process of its own.

test('an import repeats what the ladder warns of: a row that falls, and a level that would be taken for another', async () => {
  await inTemporaryFolder(async (home) => {
    await writeFile(join(home, 'a.csv'), 'skill,role,P1,P2\nBaking,Baker,1,2\nIcing,Baker,2,1\nSelling,Seller,1,1\n')
    const { code, stdout, stderr } = await start('cli', home, { args: ['import', 'a.csv'], input: '' }).ended
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('warning: baker: icing falls to "step-1" at P2; every level counts as it is written\n')
    expect(stdout).toContain(
      'warning: seller: someone who exactly meets P1 would be given P2, because P2 asks for nearly the same things\n',
    )
    const validated = await start('cli', home, { args: ['validate', 'my-ladder'], input: '' }).ended
    const warnings = (text: string): readonly string[] => text.split('\n').filter((line) => line.startsWith('warning'))
    expect(warnings(stdout)).toEqual(warnings(validated.stdout))
  })
})
