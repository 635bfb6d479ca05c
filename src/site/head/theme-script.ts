/** Where the reader's choice is stored: `light` or `dark`; nothing where the system decides. */
export const themeKey = 'mithal-theme';

/**
 * Stands in the head as it is, so that the page is never drawn in the wrong colours first. Its presence shows that
 * scripts run, also where nothing can be stored.
 */
export const themeScript = `{const d=document.documentElement.dataset;d.theme="";try{d.theme=localStorage["${themeKey}"]||""}catch{}}`;
