/** The Arabic sign for each Latin one that looks otherwise. */
export const arabicSigns: Readonly<Record<string, string>> = { ',': '،', ';': '؛', '?': '؟' };
