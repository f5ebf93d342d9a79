interface Progress {
  done: number;
  of: number;
  what: string;
}

/** On a screen one line that is written over; in a log the end of each part. */
export function progressLine(): (progress: Progress) => void {
  return ({ done, of, what }) => {
    const line = `${what.padEnd(16)}${done} of ${of}`;
    if (process.stderr.isTTY) process.stderr.write(`\r${line}${done === of ? '\n' : ''}`);
    else if (done === of) process.stderr.write(`${line}\n`);
  };
}
