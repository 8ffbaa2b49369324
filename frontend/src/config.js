/** The origin of the API; the build fills it in from NEXT_PUBLIC_API_URL. */
export const apiOrigin = "%API_ORIGIN%";
