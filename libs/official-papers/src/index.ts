export { drawPdf, type DrawnPaper } from './draw-pdf';
export { labelsAsPdf, labelsPerSheet, type Label } from './labels';
export { markProgram } from './mark-program';
export type { Attendance, Imprint, OfficialPaper, PaperForm } from './official-paper';
export { pictureAsPdf, tableAsPdf, textAsPdf, type PlainTable } from './plain-pages';
export { writeDocx } from './write-docx';
