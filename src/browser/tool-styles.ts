import styles from '../site/styles/tools.css?url';

let loading: Promise<void> | undefined;

/** Settled when the style sheet of what readers use is there, or is known not to come. */
export function loadToolStyles(): Promise<void> {
  loading ??= new Promise((resolve) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = styles;
    link.onload = link.onerror = () => resolve();
    document.head.append(link);
  });
  return loading;
}
