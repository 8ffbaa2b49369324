/** Printable ASCII around one `@`. */
const address = /^[!-?A-~]{1,64}@[!-?A-~]{1,180}$/;

/**
 * What the API demands of each field, told before it is asked.
 *
 * A rule gives the end of a sentence that begins with the field's name, or undefined.
 */
export const rules = {
  name: text(1, 100),
  email: (value) => {
    if (value.trim() === "") return "is missing";
    return address.test(value.trim()) ? undefined : "must be an email address";
  },
  newPassword: text(10, 128),
  password: text(1, 128),
  title: text(1, 200),
  description: text(1, 10_000),
  comment: text(1, 10_000),
};

function text(least, most) {
  return (value) => {
    const count = [...value].length;
    if (count === 0) return "is missing";
    if (count < least) return `must have at least ${least} characters`;
    if (count > most) return `must have at most ${most} characters, not ${count}`;
    return undefined;
  };
}
