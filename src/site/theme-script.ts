/** Where the reader's choice is stored: `light` or `dark`; nothing where the system decides. */
export const themeKey = 'mithal-theme';

/** Stands in the head as it is, so that the page is never drawn in the wrong colours first. Its presence shows that scripts run. */
export const themeScript = `try{document.documentElement.dataset.theme=localStorage.getItem("${themeKey}")??""}catch{}`;
