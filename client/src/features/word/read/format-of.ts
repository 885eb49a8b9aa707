// How a Word run looks: the formats that an answer knows, from what the run says itself and from its style for characters.
import type { InlineFormat } from '@adagia/shared/text/blocks';
import type { XmlElement } from '@rgrove/parse-xml';
import { isLinkAddress } from '../../../editor/model/set-link.ts';
import type { Styles } from './styles.ts';
import { childOf, switchOf, valueOf } from './xml.ts';

/** @param link address that the run is part of, '' for none */
export function formatOf(properties: XmlElement | undefined, styles: Styles, link: string): InlineFormat {
  const style = styles.of(valueOf(childOf(properties, 'w:rStyle')));
  const isLink = isLinkAddress(link);
  return {
    ...((switchOf(childOf(properties, 'w:b')) ?? style.bold) && { bold: true }),
    ...((switchOf(childOf(properties, 'w:i')) ?? style.italic) && { italic: true }),
    // Word underlines links by their style, some programs in each run: here a link shows that it is one.
    ...(switchOf(childOf(properties, 'w:u')) === true && !isLink && { underline: true }),
    ...(isLink && { link }),
  };
}

/** Of a field's code: ` HYPERLINK "https://x.eu" \o "words" `. @returns '' for every other field */
export function addressOfField(code: string): string {
  return /^\s*HYPERLINK\s+"([^"]+)"/i.exec(code)?.[1] ?? '';
}
