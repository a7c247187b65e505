import * as React from 'react';

import { type OpenReminder, ReminderDialog } from './ReminderDialog';

/** The dialog about one of a page's reminders; put it beside their list, which is read again under it. */
export function useReminderDialog(onChanged: () => void): [dialog: React.ReactNode, open: (one: OpenReminder) => void] {
  const [open, setOpen] = React.useState<OpenReminder | null>(null);
  const dialog = open && (
    <ReminderDialog
      open={open}
      onClose={() => setOpen(null)}
      onDone={() => {
        setOpen(null);
        onChanged();
      }}
    />
  );
  return [dialog, setOpen];
}
