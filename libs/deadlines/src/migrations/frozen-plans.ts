import type { FrozenPlan } from './frozen-rule';

const ofP0: FrozenPlan = {
  urgent: true,
  function: 'desk',
  levels: [
    { name: 'responsible', base: 'due', after: { amount: 0, unit: 'minutes' }, to: 'responsible' },
    { name: 'lead', base: 'due', after: { amount: 5, unit: 'minutes' }, to: 'crew-lead' },
    { name: 'office', base: 'due', after: { amount: 10, unit: 'minutes' }, to: 'desk-lead', toOutsideService: 'duty-officer' },
    { name: 'director', base: 'due', after: { amount: 15, unit: 'minutes' }, to: 'director' },
    { name: 'company', base: 'due', after: { amount: 60, unit: 'minutes' }, to: 'company' },
  ],
};
const ofP1: FrozenPlan = {
  urgent: true,
  function: 'desk',
  levels: [
    { name: 'responsible', base: 'due', after: { amount: 0, unit: 'minutes' }, to: 'responsible' },
    { name: 'lead', base: 'due', after: { amount: 10, unit: 'minutes' }, to: 'crew-lead' },
    { name: 'office', base: 'due', after: { amount: 20, unit: 'minutes' }, to: 'desk-lead', toOutsideService: 'duty-officer' },
    { name: 'director', base: 'due', after: { amount: 30, unit: 'minutes' }, to: 'director' },
    { name: 'company', base: 'due', after: { amount: 120, unit: 'minutes' }, to: 'company' },
  ],
};
const ofP2: FrozenPlan = {
  urgent: false,
  function: 'repairs',
  levels: [
    { name: 'responsible', base: 'due', after: { amount: 0, unit: 'service-hours' }, to: 'responsible' },
    { name: 'lead', base: 'due', after: { amount: 1, unit: 'service-hours' }, to: 'crew-lead' },
    { name: 'office', base: 'due', after: { amount: 2, unit: 'service-hours' }, to: 'desk-lead', toOutsideService: 'duty-officer' },
    { name: 'director', base: 'due', after: { amount: 8, unit: 'service-hours' }, to: 'director' },
    { name: 'company', base: 'due', after: { amount: 24, unit: 'service-hours' }, to: 'company' },
  ],
};
const ofP3: FrozenPlan = {
  urgent: false,
  function: 'repairs',
  levels: [
    { name: 'responsible', base: 'due', after: { amount: 0, unit: 'service-hours' }, to: 'responsible' },
    { name: 'lead', base: 'due', after: { amount: 2, unit: 'service-hours' }, to: 'crew-lead' },
    { name: 'office', base: 'due', after: { amount: 4, unit: 'service-hours' }, to: 'desk-lead', toOutsideService: 'duty-officer' },
    { name: 'director', base: 'due', after: { amount: 16, unit: 'service-hours' }, to: 'director' },
    { name: 'company', base: 'due', after: { amount: 48, unit: 'service-hours' }, to: 'company' },
  ],
};
const ofP0FollowUp: FrozenPlan = {
  urgent: false,
  function: 'desk',
  levels: [
    { name: 'responsible', base: 'due', after: { amount: 0, unit: 'service-hours' }, to: 'responsible' },
    { name: 'lead', base: 'due', after: { amount: 2, unit: 'service-hours' }, to: 'desk-lead' },
    { name: 'director', base: 'due', after: { amount: 8, unit: 'service-hours' }, to: 'director' },
    { name: 'company', base: 'due', after: { amount: 24, unit: 'service-hours' }, to: 'company' },
  ],
};
const ofComplaint: FrozenPlan = {
  urgent: false,
  function: 'complaint-replies',
  levels: [
    { name: 'responsible', base: 'due', after: { amount: 0, unit: 'service-hours' }, to: 'responsible' },
    { name: 'lead', base: 'due', after: { amount: 2, unit: 'service-hours' }, to: 'desk-lead' },
    { name: 'director', base: 'due', after: { amount: 4, unit: 'service-hours' }, to: 'director' },
    { name: 'company', base: 'due', after: { amount: 16, unit: 'service-hours' }, to: 'company' },
  ],
};
const ofComplaintTaskTaskSoon: FrozenPlan = {
  urgent: false,
  function: 'complaint-replies',
  levels: [
    { name: 'responsible', base: 'due', after: { amount: 0, unit: 'service-hours' }, to: 'responsible' },
  ],
};
const ofSuggestion: FrozenPlan = {
  urgent: false,
  function: 'complaint-replies',
  levels: [
    { name: 'responsible', base: 'due', after: { amount: 0, unit: 'service-hours' }, to: 'responsible' },
    { name: 'lead', base: 'due', after: { amount: 4, unit: 'service-hours' }, to: 'desk-lead' },
    { name: 'director', base: 'due', after: { amount: 16, unit: 'service-hours' }, to: 'director' },
    { name: 'company', base: 'due', after: { amount: 40, unit: 'service-hours' }, to: 'company' },
  ],
};
const ofMajorComplaint: FrozenPlan = {
  urgent: true,
  function: 'desk',
  levels: [
    { name: 'responsible', base: 'due', after: { amount: 0, unit: 'minutes' }, to: 'responsible' },
    { name: 'office', base: 'due', after: { amount: 10, unit: 'minutes' }, to: 'desk-lead', toOutsideService: 'duty-officer' },
    { name: 'director', base: 'due', after: { amount: 15, unit: 'minutes' }, to: 'director' },
    { name: 'company', base: 'due', after: { amount: 60, unit: 'minutes' }, to: 'company' },
  ],
};
const ofHeatedHandOver: FrozenPlan = {
  urgent: true,
  function: 'desk',
  levels: [
    { name: 'responsible', base: 'due', after: { amount: 0, unit: 'minutes' }, to: 'responsible' },
    { name: 'office', base: 'due', after: { amount: 2, unit: 'minutes' }, to: 'desk-lead', toOutsideService: 'duty-officer' },
    { name: 'director', base: 'due', after: { amount: 5, unit: 'minutes' }, to: 'director' },
    { name: 'company', base: 'due', after: { amount: 60, unit: 'minutes' }, to: 'company' },
  ],
};
const ofUrgentPhoneNote: FrozenPlan = {
  urgent: true,
  function: 'desk',
  levels: [
    { name: 'responsible', base: 'due', after: { amount: 0, unit: 'minutes' }, to: 'responsible' },
    { name: 'office', base: 'due', after: { amount: 10, unit: 'minutes' }, to: 'desk-lead', toOutsideService: 'duty-officer' },
    { name: 'director', base: 'due', after: { amount: 30, unit: 'minutes' }, to: 'director' },
    { name: 'company', base: 'due', after: { amount: 60, unit: 'minutes' }, to: 'company' },
  ],
};
const ofHomeClaim: FrozenPlan = {
  urgent: false,
  function: 'desk',
  levels: [
    { name: 'lead', base: 'due', after: { amount: 0, unit: 'service-hours' }, to: 'desk-lead' },
    { name: 'department', base: 'due', after: { amount: 4, unit: 'service-hours' }, to: 'department-head' },
    { name: 'director', base: 'due', after: { amount: 8, unit: 'service-hours' }, to: 'director' },
    { name: 'company', base: 'due', after: { amount: 24, unit: 'service-hours' }, to: 'company' },
  ],
};
const ofNoticeApproval: FrozenPlan = {
  urgent: false,
  function: 'approvals',
  levels: [
    { name: 'responsible', base: 'due', after: { amount: 0, unit: 'service-hours' }, to: 'responsible' },
    { name: 'director', base: 'start', after: { amount: 1, unit: 'workdays' }, to: 'director' },
    { name: 'company', base: 'start', after: { amount: 2, unit: 'workdays' }, to: 'company' },
  ],
};
const ofNightNotice: FrozenPlan = {
  urgent: false,
  function: 'desk',
  levels: [
    { name: 'responsible', base: 'start', after: { amount: 6, unit: 'service-hours' }, to: 'responsible' },
    { name: 'company', base: 'due', after: { amount: 0, unit: 'service-hours' }, to: 'company' },
  ],
};
const ofMail: FrozenPlan = {
  urgent: false,
  function: 'papers',
  levels: [
    { name: 'responsible', base: 'due', after: { amount: 0, unit: 'service-hours' }, to: 'responsible' },
    { name: 'lead', base: 'due', after: { amount: 2, unit: 'service-hours' }, to: 'clerk' },
    { name: 'director', base: 'due', after: { amount: 8, unit: 'service-hours' }, to: 'director' },
    { name: 'company', base: 'due', after: { amount: 24, unit: 'service-hours' }, to: 'company' },
  ],
};
const ofIncomingDocumentDecide: FrozenPlan = {
  urgent: false,
  function: 'papers',
  levels: [
    { name: 'director', base: 'due', after: { amount: 0, unit: 'service-hours' }, to: 'director' },
    { name: 'company', base: 'due', after: { amount: 8, unit: 'service-hours' }, to: 'company' },
  ],
};
const ofIncomingDocumentNearlyDue: FrozenPlan = {
  urgent: false,
  function: 'papers',
  levels: [
    { name: 'responsible', base: 'due', after: { amount: 0, unit: 'service-hours' }, to: 'responsible' },
  ],
};

/** Id, subject, class, promise, plan. Frozen: what migrations insert (`frozen-rules`). */
export const frozenPlans: ReadonlyArray<readonly [id: string, subjectId: string, name: string, promise: string | null, plan: FrozenPlan]> = [
  ['e28e294a-45ff-87ae-a91d-ff547c7bad23', '71fe13a7-6af5-8efb-ac91-9d24140dd7af', 'P0', null, ofP0],
  ['b58a88dc-01b5-82d4-b90f-721bd24d7749', 'bcc42ca6-8437-86ab-8532-a4766694ddb4', 'P1', null, ofP1],
  ['b11deb28-c77c-82eb-ba84-4cc87233fb05', '9d67f370-5353-8c5e-9c50-58e4579f9b80', 'P2', null, ofP2],
  ['e5d5580a-27f7-8ed1-a165-485678cf08d5', '4330e0cf-24e0-8e62-aa80-9f20e2a6ca43', 'P3', null, ofP3],
  ['127963dc-25a7-81ab-9122-266a6b493fcf', 'a6bf8fd5-a2ef-82be-b9d5-3921619af25a', 'P0', 'follow-up', ofP0FollowUp],
  ['1ac219f1-4f82-82de-8a34-c7ed0371f36e', '6851323e-a257-8c3d-9711-3423568f7e71', 'P1', 'follow-up', ofP0FollowUp],
  ['062a76f3-d8fb-8436-890e-7d978ff71b9e', 'fc7cad8f-3ab0-8cc8-a239-6556adf5291c', 'P2', 'follow-up', ofP0FollowUp],
  ['a8a1c57b-89c0-8023-a571-456678d806e0', 'a1c903b9-7b46-8620-9108-65a9ce1331d6', 'P3', 'follow-up', ofP0FollowUp],
  ['fe44df82-ca52-8b42-9e4e-a8274a565c7a', '88a86a6e-0cae-8890-9164-940e6c06b8fa', 'complaint', null, ofComplaint],
  ['9958f1f7-c711-8aea-94f7-102449853733', 'cf69aed7-560a-88bc-b7d1-2633518a26cd', 'complaint', 'answer', ofP0FollowUp],
  ['b772fe36-af81-8688-9564-e27895f09ad8', 'b58444c1-1c1e-860f-a576-aec70c395919', 'complaint', 'first-contact', ofP0FollowUp],
  ['16c60ad3-b5cc-81bd-bd04-fc8c9e322e9a', '5518ed0b-276f-8628-9c1f-435fc38d44ed', 'complaint-task', null, ofComplaint],
  ['4c9db5da-832a-8f2f-8735-034ea78f6292', '2f45ec3c-1194-87c3-815b-9509121a3fcb', 'complaint-task', 'task-soon', ofComplaintTaskTaskSoon],
  ['b9629193-2169-85c7-a024-9f4e997f25ab', '8b2162ef-c56e-8274-8937-b5496355d280', 'suggestion', null, ofSuggestion],
  ['ef06536e-0b28-88e1-b958-5df14fe84cc7', '8198eae1-d020-8f4f-9d51-196e56bf33c0', 'cause-measure', null, ofSuggestion],
  ['87aeb7b1-b658-8df0-a1db-1d2a6b5c09ea', '8a588562-dc03-8be6-b859-3ecbdcb7bdbf', 'major-complaint', null, ofMajorComplaint],
  ['61ba1143-6ebe-87fd-9ce1-babb3747df0d', '26af1364-a407-8db4-a689-e53761a4e6c3', 'enquiry', null, ofP0FollowUp],
  ['68b70853-a94a-8c27-adad-93e14e6e619d', 'ad426053-3902-84fb-ad52-ba32eac47d6e', 'hand-over', null, ofP0FollowUp],
  ['4b4ab769-1254-84ad-9f38-0e96f1ed0e82', 'df2906f2-6f4e-8a71-9aa1-887f442315cd', 'heated-hand-over', null, ofHeatedHandOver],
  ['55472785-a80d-8eae-8e6c-36dd247926a3', '5aa34808-faca-835f-891e-3a6c7f857230', 'phone-note', null, ofP0FollowUp],
  ['fece150e-25b6-8224-b325-bc235721c2b7', 'a3bb9730-72c6-8b84-8461-528258276719', 'urgent-phone-note', null, ofUrgentPhoneNote],
  ['8883fa1e-5607-8e29-b9f1-2b120158d876', 'c3ca3665-263a-8b25-9c00-843bd8176486', 'home-claim', null, ofHomeClaim],
  ['445b5ba4-9c1e-829a-81ef-dae3a33a6ac2', 'f0139dd8-17e0-82d2-a5ec-b08d66ea3bab', 'notice-approval', null, ofNoticeApproval],
  ['47db9503-33e6-8583-9c63-8df3a30e50d8', '9da49ca9-a629-8950-bd01-c2bc75c6f359', 'notice-task', null, ofP0FollowUp],
  ['9fcadab7-2704-8660-861c-51af93f827d6', '335d8985-c077-8333-af7b-cd58fb983437', 'night-notice', null, ofNightNotice],
  ['d352d7c9-b445-8f6b-974b-548b5be2999c', '6258a0b2-8523-8b11-9ae8-a5d44751c4df', 'mail', null, ofMail],
  ['2b732b76-3daf-80ff-b30e-ec0a55e8c8ba', '0fd2543d-219e-807e-99ca-b63ec575505b', 'incoming-document', null, ofMail],
  ['c8bbdb8f-1328-8d38-95ad-7d1d0b04e1cb', 'ad635dde-d01b-8f33-a87a-21a7374037ea', 'incoming-document', 'decide', ofIncomingDocumentDecide],
  ['f4437f8b-eaca-805f-a2b6-e76ed24067c9', '94ae6d52-5824-82ed-bf48-24a95ed5f15b', 'incoming-document', 'nearly-due', ofIncomingDocumentNearlyDue],
  ['2a8ba706-a70d-8b17-a602-31f0d23144e0', 'de2cde6e-01e8-8352-b027-9ed63cfe7167', 'circulation', null, ofMail],
  ['c4ccb756-ed1e-86c4-934a-9cabb0c44f2a', '129264c9-5c97-8586-a885-524323ef1f5d', 'outgoing-document', null, ofMail],
  ['ec3262f8-6966-8529-9f73-c2415a5349ca', '98dfb24d-9c99-8c43-a41c-688964cf2d30', 'outgoing-document', 'sign', ofIncomingDocumentDecide],
  ['e81e1b1d-fba5-8419-b9a9-4ef4d62cc6fa', 'b17cf458-c52d-8490-aa54-1e7f00ba623e', 'directive', null, ofMail],
  ['9508c578-d90f-886f-b1e7-4e94bf167db9', '97b9aab4-946b-870c-aacc-0d23b9a668f8', 'directive', 'acknowledge-soon', ofIncomingDocumentNearlyDue],
  ['5f15419e-bea9-8b04-90d1-ac834b62745d', '673d6c26-80a5-8b46-af3c-12a9f1874361', 'print-job', null, ofMail],
  ['1fcda727-9276-8851-838c-5c9f9716dba0', '1aadd3f4-8237-8d04-b636-96a8bf3f9f27', 'print-job', 'print-soon', ofIncomingDocumentNearlyDue],
  ['c782b712-5f3e-82c1-8653-47ef636bb3f9', 'c7085a07-246c-8848-ae98-3f317ee8a897', 'loan', null, ofMail],
  ['152e506e-4ae5-81a7-9f53-60f9ae4adbec', '2b157230-d781-8096-a24e-22487e7bbbf3', 'loan', 'bring-back-soon', ofIncomingDocumentNearlyDue],
  ['708d85ff-e2c8-800b-96da-f2406b9cac05', 'a73c92c5-41c6-8fab-9fe6-a8edec478bdd', 'stocktake', null, ofMail],
  ['f6773eeb-7c7a-86af-a16d-340e0d4234bb', '893d7653-95af-8c4d-b100-020189908cce', 'stocktake', 'finish-stocktake-soon', ofIncomingDocumentNearlyDue],
  ['3b5f6800-1873-8690-87c2-1e11229706cf', 'eb9d37fe-ee3a-83ed-9ad6-0ce6af4d0736', 'archive-month', null, ofMail],
];
