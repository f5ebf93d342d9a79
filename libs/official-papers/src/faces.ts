import { openSync, type Font } from 'fontkit';

/**
 * The standard asks for 仿宋, 小标宋, 黑体 and 楷体, which nobody may hand on; the open Noto faces nearest to them stand in
 * their places, whole in the package and cut down to what is used in each PDF.
 */
export const faces = {
  text: require.resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'),
  title: require.resolve('@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf'),
  heading: require.resolve('@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf'),
  subheading: require.resolve('@expo-google-fonts/noto-serif-sc/600SemiBold/NotoSerifSC_600SemiBold.ttf'),
} as const;

export type Face = keyof typeof faces;

const opened = new Map<Face, Font>();
const advances = new Map<string, number>();

/** How far a character moves the pen, in em. */
export function advanceOf(character: string, face: Face): number {
  const key = `${face}${character}`;
  let advance = advances.get(key);
  if (advance === undefined) {
    const font = fontOf(face);
    advance = font.glyphForCodePoint(character.codePointAt(0)!).advanceWidth / font.unitsPerEm;
    advances.set(key, advance);
  }
  return advance;
}

function fontOf(face: Face): Font {
  let font = opened.get(face);
  if (!font) opened.set(face, (font = openSync(faces[face]) as Font));
  return font;
}
