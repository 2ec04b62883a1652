/** The API description as text to send. */
export interface ApiDescription {
  json(): string;
  yaml(): string;
}
