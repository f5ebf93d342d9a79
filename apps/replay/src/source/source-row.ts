/** A line of a register, in one shape whatever register it comes from. */
export interface SourceRow {
  /** Its name in the register; made of its content where the register gives none. */
  externalId: string;
  /** The line of the file, 1 for the header. */
  line: number;
  createdAt: Date | undefined;
  closedAt: Date | undefined;
  dueAt: Date | undefined;
  closed: boolean;
  onTime: boolean | undefined;
  category: string;
  descriptor: string;
  title: string;
  address: string;
  /** A home within the address, where the register names one. */
  unit: string;
  resolution: string;
}
