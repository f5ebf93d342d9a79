/** Of an operation in the API document: bytes of its body at most, where they are more than those of other bodies. */
export const bodyLimitExtension = 'x-body-limit';
