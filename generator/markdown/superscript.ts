const PLAIN = "0123456789+-=()abcdefghijklmnoprstuvwxyz";
/** All of these characters are single UTF-16 units. */
const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ";

/** Writes the content of a `<sup>` element with Unicode characters: `10<sup>2</sup>` becomes `10²`. */
export function raise(text: string): string {
  return text.replace(/./gu, (character) => {
    const index = PLAIN.indexOf(character);
    return index === -1 ? character : RAISED.charAt(index);
  });
}
