/** The published document whose contract this surface keeps. */
export const API_VERSION = '3.20.1';
