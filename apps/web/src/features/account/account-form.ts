/** Reads a form's answers as text, trimmed but for passwords. */
export function textOf(form: FormData): (name: string) => string {
  return (name) => {
    const value = form.get(name);
    return typeof value === 'string' ? (name === 'password' ? value : value.trim()) : '';
  };
}
