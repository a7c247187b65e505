// Every wrong requirement, name and id of decisions.
import { decision, dmn } from '../unit/packages/bpmn-text';
import type { Mutant } from './mutate-model';
import { IDS } from './placed-ids';

const HREFS = [
  '',
  '#',
  '#nowhere',
  'nowhere',
  '#ket_qua',
  'ket_qua',
  '#ket_qua_text',
  '#graph',
  '#b',
  'urn:test#ket_qua',
  'x y',
  '#x y',
  ' #ket_qua',
];
const REQUIREMENTS = [
  ['informationRequirement', 'requiredDecision'],
  ['informationRequirement', 'requiredInput'],
  ['knowledgeRequirement', 'requiredKnowledge'],
  ['authorityRequirement', 'requiredDecision'],
  ['authorityRequirement', 'requiredInput'],
  ['authorityRequirement', 'requiredAuthority'],
] as const;
const MORE =
  '<inputData id="vao" name="vao" /><knowledgeSource id="nguon" name="nguon" /><businessKnowledgeModel id="ham" name="ham"><encapsulatedLogic><formalParameter name="a" /><literalExpression><text>a + 1</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>';

export const decisionModels = (): Mutant[] => {
  const xml = dmn(decision('ket_qua', '1') + decision('b', '2', 'ket_qua') + MORE);
  const requiring = REQUIREMENTS.flatMap(([holder, required]) =>
    [...HREFS, '#vao', '#nguon', '#ham'].map((href) => ({
      name: `${holder} of ${required} "${href}"`,
      xml: xml.replace(
        /<informationRequirement.*?<\/informationRequirement>/,
        `<${holder} id="n"><${required} href="${href}" /></${holder}>`,
      ),
    })),
  );
  const twice = ['<informationRequirement id="n"></informationRequirement>', '<informationRequirement id="n" />'].map(
    (one) => ({
      name: `requires nothing: ${one}`,
      xml: xml.replace(/<informationRequirement.*?<\/informationRequirement>/, one),
    }),
  );
  const names = ['ket_qua', 'b', 'Graph', 'ham', 'vao', 'nguon'].flatMap((name) =>
    ['', ' ', 'a b', '=', 'if', '1'].map((to) => ({
      name: `name ${name} is "${to}"`,
      xml: xml.replaceAll(`name="${name}"`, `name="${to}"`),
    })),
  );
  const nameless = ['ket_qua', 'b', 'Graph', 'ham', 'vao', 'nguon'].map((name) => ({
    name: `no name ${name}`,
    xml: xml.replaceAll(` name="${name}"`, ''),
  }));
  const ids = ['ket_qua', 'b', 'graph', 'ham', 'vao'].flatMap((id) =>
    [...IDS, null].map((to) => ({
      name: `id ${id} is ${to === null ? 'not there' : `"${to}"`}`,
      xml: xml.replaceAll(` id="${id}"`, to === null ? '' : ` id="${to}"`),
    })),
  );
  const spaceless = { name: 'namespace is ""', xml: xml.replace(/namespace="[^"]*"/, 'namespace=""') };
  return [...requiring, ...twice, ...names, ...nameless, ...ids, spaceless].map((one) => ({
    ...one,
    kind: 'dmn' as const,
  }));
};
