/** Good enough to say so beside the field; whether mail can go there the server says. */
export const isEmailLike = (text: string): boolean => /^\S+@\S+\.\S+$/.test(text.trim());
