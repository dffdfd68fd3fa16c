/** A form: the options of a command line as fields to fill in, on platforms that have forms; neutral as a reply is. */

export interface FormField {
  /** The option's name; `channel` is the place that the line is for. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** `one` and `several` are chosen of `choices`; `several` come and go with commas between them. */
  readonly kind: "text" | "time" | "one" | "several" | "channel";
  readonly value: string;
  readonly choices?: readonly { readonly value: string; readonly shown: string }[];
  readonly required?: boolean;
  /** What is wrong with its value and what to do, in the reader's language. */
  readonly fault?: string;
}

export interface Form {
  /** At most 24 characters. */
  readonly title: string;
  readonly submit: string;
  readonly cancel: string;
  /** The most important first: not every platform shows more than five. */
  readonly fields: readonly FormField[];
  /** The line with the values as they stand in the fields. */
  readonly line: string;
}
