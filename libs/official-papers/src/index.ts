export { drawPdf, type DrawnPaper } from './draw-pdf';
export type { Attendance, Imprint, OfficialPaper, PaperForm } from './official-paper';
export { writeDocx } from './write-docx';
