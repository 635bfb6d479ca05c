/** Whether a file of this name can be laid into the working folder, and nowhere else. */
export function isFileName(name: string): boolean {
  if (name === '' || /[\\\0\r\n]/.test(name)) return false;
  return name.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}
