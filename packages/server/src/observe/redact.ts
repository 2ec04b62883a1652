/** Secrets must not reach a log, whoever writes the line: every text that may hold one passes here. */

const parameters = /(\b(?:apiKey|app_code|access_token|token)=)[^&#\s"'\\]*/gi;
/** A parameter whose name hides behind percent-escapes. */
const escapedParameters = /([?&;][^=&#?;%\s]*%[^=&#?;\s]*=)[^&#\s"'\\]*/g;
const bearer = /\b(Bearer|Basic|Token)(\s+)[\w.~+/=-]+/gi;
const ownKeys = /\b(pan_[0-9a-z]{12})_[\w-]{43}/g;

export function redactSecrets(text: string): string {
  return text
    .replace(ownKeys, '$1_[hidden]')
    .replace(parameters, '$1[hidden]')
    .replace(escapedParameters, '$1[hidden]')
    .replace(bearer, '$1$2[hidden]');
}
