// The interface's words in one language.
import type { Dictionary, Language } from "./record";

export class Words {
  private plurals: Intl.PluralRules;

  constructor(readonly language: Language, readonly data: Dictionary) {
    this.plurals = new Intl.PluralRules(language);
  }

  get rtl(): boolean {
    return this.data.direction === "rtl";
  }

  phrase(key: string, values: Record<string, string | number> = {}): string {
    return fill(this.data.words[key] ?? key, (name) => this.digits(String(values[name] ?? "")));
  }

  count(noun: string, n: number): string {
    const forms = this.data.plural[noun] ?? {};
    return fill(forms[this.plurals.select(n)] ?? forms["other"] ?? "{n}", () => this.number(n));
  }

  number(n: number): string {
    return this.digits(String(n));
  }

  digits(text: string): string {
    return text.replace(/[0-9]/g, (digit) => this.data.digits[Number(digit)] ?? digit);
  }

  term(section: "status" | "evidence", key: string): string {
    return Object.hasOwn(this.data[section], key) ? (this.data[section][key] ?? key) : key;
  }
}

function fill(template: string, value: (name: string) => string): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => value(name));
}
