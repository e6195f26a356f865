import { describe, expect, test } from 'vitest'
import { ofDepartments } from './further-sentences'
import { ofClasses } from './further-sentences-classes'
import { ofGovernments } from './further-sentences-governments'
import { ofPractice } from './further-sentences-practice'
import { ofNeighbours } from './further-sentences-neighbours'
import { ofOthers } from './further-sentences-others'
import { wordRules } from './rules'
import { subjectWith } from './subject-of-words'

const groups = [...ofDepartments, ...ofOthers, ...ofClasses, ...ofPractice, ...ofGovernments, ...ofNeighbours]

describe.each(groups.map((group) => [`${group.set}, ${group.in}`, group] as const))('in %s', (_, group) => {
  test.each(group.told)('%s: %s', (fails, text) => {
    const subject = subjectWith(text, group.set, group.in)
    const found = wordRules.filter(({ judge }) => judge(subject).some(({ result }) => result === 'fail'))
    expect(found.map(({ id }) => id).sort()).toEqual(fails === '' ? [] : fails.split(' '))
  })
})
