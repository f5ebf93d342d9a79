import { Injectable } from '@nestjs/common';
import { maskName, maskPhone } from '@property-office/kernel';
import { PhoneNoteCallers } from '../persistence/phone-note-callers';
import type { PhoneNote } from '../persistence/phone-note.entity';
import { phoneNoteView, type PhoneNoteView } from './phone-note.view';

/** Phone notes as the API shows them, who rang masked (G7). */
@Injectable()
export class PhoneNoteViews {
  constructor(private readonly callers: PhoneNoteCallers) {}

  masked(note: PhoneNote): PhoneNoteView {
    const { name, phone } = this.callers.open(note);
    return phoneNoteView(note, { name: name && maskName(name), phone: phone && maskPhone(phone) });
  }
}
