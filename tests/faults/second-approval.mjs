/** Owns the new version that cases are moved to: whoever leads the unit approves a transfer before it goes out. */
import { WARD } from './standing-cases.mjs';

const PACKAGE = 'nguon-tin';
const MODEL = 'nguon-tin.bpmn';
const FORM = 'huong-dan';

/** Behind the transfer of the sub-process, before its end. @param {string} xml @param {'khan' | 'thuong'} way */
function withApproval(xml, way) {
  const [task, end, id] = [`chuyen_${way}`, `het_${way}`, `duyet_chuyen_${way}`];
  const flow = `f_${task}__${end}`;
  if (xml.includes(`"${id}"`)) return xml;
  const drawn = `<bpmn:userTask id="${id}" name="Lãnh đạo duyệt phiếu chuyển"><bpmn:extensionElements><zeebe:assignmentDefinition candidateGroups="=[handlingUnit + &quot;/lanh-dao&quot;]"/><zeebe:properties><zeebe:property name="form" value="${FORM}"/></zeebe:properties></bpmn:extensionElements><bpmn:incoming>${flow}</bpmn:incoming><bpmn:outgoing>f_${id}</bpmn:outgoing></bpmn:userTask><bpmn:sequenceFlow id="f_${id}" sourceRef="${id}" targetRef="${end}"/>`;
  return xml
    .replace(`sourceRef="${task}" targetRef="${end}"`, `sourceRef="${task}" targetRef="${id}"`)
    .replace(`<bpmn:incoming>${flow}</bpmn:incoming>`, `<bpmn:incoming>f_${id}</bpmn:incoming>`)
    .replace(`<bpmn:endEvent id="${end}"`, `${drawn}<bpmn:endEvent id="${end}"`);
}

/** @param {import('../cases/staff.mjs').Staff} staff @param {string} name of the first step's title, so that each version differs @returns {Promise<string>} the version in force */
export async function publishSecondApproval(staff, name) {
  const administrator = await staff.administratorOf(WARD);
  const { items } = await administrator.get('/procedures/packages');
  const current = items.find((one) => one.id === PACKAGE);
  const [major, minor] = current.version.split('.').map(Number);
  const version = `${major}.${minor + 1}.0`;
  const { id } = await administrator.post(`/procedures/packages/${PACKAGE}/drafts`, {});
  const { text, revision } = await administrator.get(`/procedures/drafts/${id}/file?path=${MODEL}`);
  const changed = withApproval(withApproval(text, 'khan'), 'thuong').replace(
    /name="Đã chuyển[^"]*"/g,
    `name="Đã chuyển ${name}"`,
  );
  const saved = await administrator.call('PUT', `/procedures/drafts/${id}/file`, {
    path: MODEL,
    revision,
    text: changed,
  });
  if (saved.status !== 200) throw new Error(`Expected the model to be saved, but ${JSON.stringify(saved.body)}`);
  const proposal = await administrator.post(`/procedures/drafts/${id}/publications`, {
    version,
    note: name,
    trialsReason: name,
  });
  const head = await staff.client(`lanh-dao@${WARD}.example`);
  const { state } = await head.post(`/procedures/publications/${proposal.id}/approve`, { reason: name });
  if (state !== 'IN_FORCE') throw new Error(`Expected version ${version} to be in force, but it is ${state}`);
  return version;
}
