/** GB/T 9704-2012 in points, the unit of PDF; a millimetre of the standard is `mm` of these. */
export const mm = 72 / 25.4;

export const page = { width: 210 * mm, height: 297 * mm };
/** 版心 (5.2.1): 156 × 225 mm, 28 mm from the left edge and 37 mm from the top. */
export const area = { left: 28 * mm, top: 37 * mm, width: 156 * mm, height: 225 * mm };
export const areaBottom = area.top + area.height;
export const areaRight = area.left + area.width;

/** 22 lines of 28 characters fill the area (5.2.3). */
export const linesOfPage = 22;
export const charactersOfLine = 28;
export const linePitch = area.height / linesOfPage;
/** From one full-width character to the next. */
export const characterPitch = area.width / charactersOfLine;

/** 二号, 三号, 四号. */
export const size = { title: 22, text: 16, small: 14 };

/** The standard asks for red and leaves the shade open. */
export const red = '#c00000';
