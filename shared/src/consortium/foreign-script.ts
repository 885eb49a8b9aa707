/** Has letters of another script than Latin: the registration system then asks for the name in Latin letters too. */
export const isForeignScript = (name: string): boolean => /[\p{L}--\p{Script=Latin}]/v.test(name);
