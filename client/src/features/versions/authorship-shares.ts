// Characters by author, put together by section and by whoever is asked for: a person, or their organisation. Pure.

export interface Share {
  /** '' for whoever is not known. */
  id: string;
  name: string;
  characters: number;
  /** 0 to 1, of the section. */
  share: number;
}

export interface SectionShares {
  sectionId: string;
  /** The largest first. */
  shares: Share[];
}

interface Text {
  root: string;
  by: string | null;
  characters: number;
}

interface Grouping {
  sectionOf(root: string): string;
  nameOf(userId: string | null): { id: string; name: string };
}

/** Sections in the order in which they come; those without a word are left out. */
export function sharesBySection(texts: readonly Text[], { sectionOf, nameOf }: Grouping): SectionShares[] {
  const bySection = Map.groupBy(texts, ({ root }) => sectionOf(root));
  return [...bySection].map(([sectionId, ofSection]) => {
    const total = ofSection.reduce((sum, { characters }) => sum + characters, 0);
    const groups = new Map<string, Share>();
    for (const { by, characters } of ofSection) {
      const { id, name } = nameOf(by);
      const group = groups.get(id) ?? { id, name, characters: 0, share: 0 };
      group.characters += characters;
      group.share = group.characters / total;
      groups.set(id, group);
    }
    return { sectionId, shares: [...groups.values()].sort((a, b) => b.characters - a.characters) };
  });
}
