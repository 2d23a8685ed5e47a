import { describe, expect, test } from 'vitest'
import { createChoiceList } from '#shared/domain/enterprises/choice-list.ts'
import type { ChoiceLists } from '#shared/domain/enterprises/cell-text.ts'
import { textOfCell } from '#shared/domain/enterprises/cell-text.ts'
import { REGISTRY_COLUMNS } from '#shared/domain/enterprises/columns.ts'
import { REGISTRY_TITLES } from '#shared/domain/enterprises/column-titles.ts'
import { findRegistryField } from '#shared/domain/enterprises/field-names.ts'
import { parseCondition } from '#shared/domain/enterprises/filter-language.ts'
import type { TableValue } from '#shared/domain/table/view.ts'

const LISTS: ChoiceLists = {
  legalForm: createChoiceList([
    { value: 'CTCP', label: 'CTCP', words: ['Công ty cổ phần'] },
    { value: 'TNHH1TV', label: 'TNHH MTV', words: ['Công ty trách nhiệm hữu hạn một thành viên'] },
  ]),
  difficultyCodes: createChoiceList([
    { value: 'KK_CHU_DN', label: 'Chủ doanh nghiệp chưa ủng hộ', words: [] },
    { value: 'KK_NLD', label: 'Người lao động chưa muốn gia nhập', words: [] },
  ]),
}

/** Whether a cell passes; a word for what is wrong with the condition. */
function ask(condition: string, value: TableValue): boolean | string {
  const parsed = parseCondition(condition, LISTS)
  if (!parsed.ok) return 'unknownField' in parsed ? `unknown ${parsed.unknownField}` : 'fault'
  const { column, passes } = parsed.condition
  return passes(value, () => textOfCell(column, value, LISTS))
}

describe('conditions', () => {
  test.each([
    ['workers>=25', 25, true],
    ['workers>=25', 24, false],
    ['workers >= 1.000', 1000, true],
    ['workers>25', 25, false],
    ['workers<25', 24, true],
    ['workers<25', null, false],
    ['workers<=25', 25, true],
    ['workers≥25', 25, true],
    ['workers=25', 25, true],
    ['workers!=25', 25, false],
    ['workers<>25', 26, true],
    ['workers=20..50', 50, true],
    ['workers=20..50', 51, false],
    ['workers=20|30', 30, true],
    ['workers between 20 and 50', 20, true],
    ['workers between 20,50', 51, false],
    ['Lao động từ 20 đến 50', 35, true],
    ['lao dong tu 20 den 50', 35, true],
    ['số lao động >= 10', 10, true],
    ['members empty', null, true],
    ['members is empty', 0, false],
    ['đoàn viên trống', null, true],
    ['members filled', 0, true],
    ['members not empty', null, false],
    ['members=', null, true],
    ['members!=', 3, true],
    ['phone is not null', '0912', true],
  ])('%s of %s: %s', (condition, value, passes) => expect(ask(condition, value)).toBe(passes))

  test.each([
    ['name~ha long', 'Công ty Vịnh Hạ Long', true],
    ['name ~ "long ha"', 'Công ty Vịnh Hạ Long', true],
    ['name!~ha long', 'Công ty Vịnh Hạ Long', false],
    ['name contains Hạ Long', 'Công ty Vịnh Hạ Long', true],
    ['tên doanh nghiệp chứa ha long', 'Công ty Vịnh Hạ Long', true],
    ['name=cong ty a', 'Công ty A', true],
    ['name=cong ty', 'Công ty A', false],
    ['mst=0100 109 106', '0100109106', true],
    ['MST = 0100109107', '0100109106', false],
    ['tax_code~0109', '0100109106', true],
    ['address in (phường Một|phường Hai)', 'Phường Hai', true],
  ])('%s of %s: %s', (condition, value, passes) => expect(ask(condition, value)).toBe(passes))

  test.each([
    ['union=no', null, true],
    ['union=no', false, true],
    ['union=no', true, false],
    ['union=yes', true, true],
    ['Có CĐCS = có', true, true],
    ['cdcs=chưa', null, true],
    ['hasUnion!=yes', null, true],
    ['hasUnion empty', null, true],
    ['hasUnion empty', false, false],
    ['partyOrganisation=x', true, true],
  ])('%s of %s: %s', (condition, value, passes) => expect(ask(condition, value)).toBe(passes))

  test.each([
    ['legalForm=CTCP', 'CTCP', true],
    ['legal_form=TNHH MTV', 'TNHH1TV', true],
    ['Loại hình = công ty cổ phần', 'CTCP', true],
    ['legalForm=CTCP|TNHH1TV', 'TNHH1TV', true],
    ['legalForm in CTCP, TNHH1TV', 'TNHH1TV', true],
    ['legalForm!=CTCP', null, true],
    ['legalForm~mtv', 'TNHH1TV', true],
    ['difficultyCodes=KK_NLD', 'KK_CHU_DN,KK_NLD', true],
    ['difficultyCodes=KK_NLD', 'KK_CHU_DN', false],
  ])('%s of %s: %s', (condition, value, passes) => expect(ask(condition, value)).toBe(passes))

  test.each([
    ['foundedOn<2015', '2014-12-31', true],
    ['foundedOn<2015', '2015', false],
    ['foundedOn>=2015', '2015', true],
    ['foundedOn=2015', '2015-06-30', true],
    ['foundedOn>2015', '2015-06-30', false],
    ['founded between 1/1/2015 and 30/6/2015', '2015-06-30', true],
    ['stageOn>=30/6/2024', '2024-06-30', true],
    ['stageOn>30/6/2024', '2024-06-30', false],
    ['surveyedOn=2024-06-30', '2024-06-30', true],
  ])('%s of %s: %s', (condition, value, passes) => expect(ask(condition, value)).toBe(passes))

  test.each([
    ['workers>=abc', 'fault'],
    ['workers=50..20', 'fault'],
    ['stageOn từ 30/6/2024 đến 1/1/2024', 'fault'],
    ['workers', 'fault'],
    ['name>=5', 'fault'],
    ['foundedOn>=hôm nay', 'fault'],
    ['union=có lẽ thế', 'fault'],
    ['legalForm=XYZ', 'fault'],
    ['xyz>=5', 'unknown xyz'],
    ['', 'fault'],
    ['>=5', 'unknown '],
    ['constructor=1', 'unknown constructor'],
  ])('%s is refused', (condition, said) => expect(ask(condition, null)).toBe(said))
})

test('every column goes by its name and its title, accents and case aside', () => {
  for (const column of REGISTRY_COLUMNS) {
    const { id } = column
    expect(findRegistryField(id)?.id).toBe(id)
    expect(findRegistryField(id.toUpperCase())?.id).toBe(id)
    expect(findRegistryField(id.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))?.id).toBe(id)
    expect(findRegistryField(REGISTRY_TITLES[id])?.id).toBe(id)
    expect(findRegistryField(REGISTRY_TITLES[id].toLowerCase())?.id).toBe(id)
  }
  expect(new Set(Object.values(REGISTRY_TITLES)).size).toBe(REGISTRY_COLUMNS.length)
})
