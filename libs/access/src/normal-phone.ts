/**
 * One spelling for a telephone number, so that `+86 138-0013 8000`, `008613800138000` and full-width digits are found
 * by one blind index. Other countries keep their `+`.
 */
export function normalPhone(phone: string): string {
  const digits = phone
    .normalize('NFKC')
    .replace(/[^\d+]/g, '')
    .replace(/^00/, '+');
  const national = digits.replace(/^\+86/, '');
  // 86 without a plus is the country code only before a mobile number: 8613800138000.
  return national.replace(/^86(?=1\d{10}$)/, '').replace(/(?!^)\+/g, '');
}

const typed = /^\+?[\d\s().\u00b7\p{Pd}\p{Cf}]{5,20}$/u;

/** Whether what somebody searches for is a whole telephone number, in full-width digits too; then it is looked up by its index. */
export function looksLikePhone(text: string): boolean {
  return typed.test(text.normalize('NFKC').trim());
}
